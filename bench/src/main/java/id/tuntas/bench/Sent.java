package id.tuntas.bench;

import id.tuntas.platform.Hashes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One submission as it goes out, written whole beforehand: what a telephone does for it is not the server's time.
 *
 * @param key of the officer who has the family
 * @param body the multipart body of OpenRosa's form submission API
 */
record Sent(String key, byte[] body, Trace trace) {

    static final String PHOTO_NAME = "rumah-depan.jpg";
    static final String BOUNDARY = "tuntas-bench-5108";

    /**
     * What must be found of it afterwards, hashes in hex. Of what is answered only this is kept: the bytes of thousands of submissions in
     * the server's own heap would have its collector work for the bench.
     */
    record Trace(String instanceId, String xml, @Nullable String photo) {}

    /** @param photo null for none */
    static Sent of(String key, String instanceId, byte[] xml, byte @Nullable [] photo) {
        byte[] head = part("xml_submission_file", "submission.xml", "text/xml");
        byte[] end = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        if (photo == null) {
            return new Sent(key, joined(head, xml, end), new Trace(instanceId, hash(xml), null));
        }
        byte[] body = joined(head, xml, crlf(), part(PHOTO_NAME, PHOTO_NAME, "image/jpeg"), photo, end);
        return new Sent(key, body, new Trace(instanceId, hash(xml), hash(photo)));
    }

    private static String hash(byte[] content) {
        return Hashes.hex(Hashes.sha256(content));
    }

    private static byte[] crlf() {
        return new byte[] {'\r', '\n'};
    }

    private static byte[] part(String name, String file, String type) {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
