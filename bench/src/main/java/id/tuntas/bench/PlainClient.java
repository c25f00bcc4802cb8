package id.tuntas.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An HTTP/1.1 client of one connection that costs next to nothing, so that what is measured is the server. When the server says that it
 * ends a connection, the next post opens another one.
 */
final class PlainClient implements AutoCloseable {

    record Answer(int status, byte[] body) {}

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final int port;
    private Socket socket;
    private InputStream in;

    PlainClient(int port) throws IOException {
        this.port = port;
        socket = connect(port);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(HERE, port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    Answer post(String path, String contentType, String headers, byte[] body) throws IOException {
        if (socket.isClosed()) {
            socket = connect(port);
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
        }
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: " + HERE.getHostAddress() + ":" + port
                        + "\r\nContent-Type: " + contentType
                        + "\r\nContent-Length: " + body.length + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        socket.getOutputStream().write(request);
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length =
                        Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                last = lower.contains("close");
            }
        }
        Answer answer = new Answer(status, chunked ? chunks() : in.readNBytes(length));
        if (last) {
            socket.close();
        }
        return answer;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read == -1) {
                throw new EOFException("the server closed the connection");
            }
            if (read != '\r') {
                text.append((char) read);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
