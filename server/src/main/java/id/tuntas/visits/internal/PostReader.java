package id.tuntas.visits.internal;

import id.tuntas.evidence.Evidence;
import id.tuntas.platform.Refusal;
import id.tuntas.visits.Submission;
import id.tuntas.visits.Submission.Client;
import id.tuntas.visits.Submission.SentFile;
import id.tuntas.visits.Visits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Reads a post (OpenRosa Form Submission API 1.0) straight from the wire: the instance, which is small, into memory, each file past memory
 * onto the disk. Nothing of the request may be read before, not even a parameter: the container would take the body for itself.
 */
@Component
class PostReader {

    private static final Logger LOG = LoggerFactory.getLogger(PostReader.class);

    static final String INSTANCE_PART = "xml_submission_file";

    static final String INCOMPLETE_PART = "*isIncomplete*";
    private static final int MOST_INSTANCE_BYTES = 4 * 1024 * 1024;
    private static final int MOST_PARTS = 1_000;
    private static final int LONGEST_NAME = 255;

    private final Evidence evidence;

    PostReader(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Throws {@link Refusal} when the request is no post; what is left of its body is read away, so that the sender hears the answer. */
    Submission read(HttpServletRequest request, Client client) throws IOException {
        Limited body = new Limited(request.getInputStream());
        try {
            String type = request.getContentType();
            if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
                throw new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
            }
            if (request.getContentLengthLong() > Visits.MAX_POST) {
                throw tooLarge();
            }
            return read(new Upload(type, request.getContentLengthLong(), body), client, deviceId(request));
        } catch (Refusal refusal) {
            body.readAway();
            throw refusal;
        } catch (FileUploadException | MultipartStream.MalformedStreamException | Limited.Stopped broken) {
            body.readAway();
            throw body.exceeded ? tooLarge() : new Refusal(HttpStatus.BAD_REQUEST, "post-malformed");
        }
    }

    private Submission read(Upload upload, Client client, @Nullable String deviceId) throws IOException {
        byte[] xml = null;
        List<SentFile> files = new ArrayList<>();
        FileUpload parser = new FileUpload();
        parser.setHeaderEncoding(StandardCharsets.UTF_8.name());
        FileItemIterator parts = parser.getItemIterator(upload);
        int count = 0;
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            if (++count > MOST_PARTS) {
                throw new Refusal(HttpStatus.BAD_REQUEST, "post-malformed");
            }
            try (InputStream content = part.openStream()) {
                if (INSTANCE_PART.equals(part.getFieldName())) {
                    if (xml != null) {
                        throw new Refusal(HttpStatus.BAD_REQUEST, "post-malformed");
                    }
                    xml = small(content);
                } else if (!INCOMPLETE_PART.equals(part.getFieldName()) && part.getFieldName() != null) {
                    files.add(new SentFile(name(part), evidence.keep(content, Visits.MAX_POST)));
                }
            }
        }
        if (xml == null) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "instance-missing");
        }
        return new Submission(xml, files, client, deviceId);
    }

    private static byte[] small(InputStream content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * 1024);
        byte[] buffer = new byte[8 * 1024];
        int read;
        while ((read = content.read(buffer)) != -1) {
            if (bytes.size() + read > MOST_INSTANCE_BYTES) {
                throw tooLarge();
            }
            bytes.write(buffer, 0, read);
        }
        return bytes.toByteArray();
    }

    /** The name the instance knows the file by; a client that sends a path means its last part. */
    private static String name(FileItemStream part) {
        String given = part.getName() == null || part.getName().isBlank() ? part.getFieldName() : part.getName();
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replace("\0", "");
        return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
    }

    private static @Nullable String deviceId(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return null;
        }
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith("deviceID="))
                .map(pair -> decoded(pair.substring("deviceID=".length())))
                .findFirst()
                .orElse(null);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8).replace("\0", "");
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }

    private static Refusal tooLarge() {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }

    private record Upload(String type, long length, InputStream body) implements UploadContext {
        @Override
        public long contentLength() {
            return length;
        }

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }
    }

    /** The body up to the limit. */
    private static final class Limited extends FilterInputStream {

        /** The body broke off or went beyond the limit; unlike trouble with our own disk. */
        static final class Stopped extends IOException {
            private static final long serialVersionUID = 1L;

            Stopped(IOException cause) {
                super(cause);
            }
        }

        private long read;
        private boolean exceeded;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) == -1 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count;
            try {
                count = in.read(buffer, offset, length);
            } catch (IOException broken) {
                throw new Stopped(broken);
            }
            read += Math.max(0, count);
            if (read > Visits.MAX_POST) {
                exceeded = true;
                throw new Stopped(new IOException("too large"));
            }
            return count;
        }

        /** As much again as a post may have, twice; a sender who goes on beyond that is cut off. */
        void readAway() {
            byte[] buffer = new byte[64 * 1024];
            long left = 2 * Visits.MAX_POST;
            try {
                int count;
                while (left > 0 && (count = in.read(buffer)) != -1) {
                    left -= count;
                }
            } catch (IOException gone) {
                LOG.debug("the sender is gone", gone);
            }
        }
    }
}
