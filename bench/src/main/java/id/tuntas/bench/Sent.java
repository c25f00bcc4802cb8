package id.tuntas.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One submission as it goes out, and what must be found of it afterwards.
 *
 * @param key of the officer who has the family
 * @param photo number of the photo; null for none
 */
record Sent(
        String key, String instanceId, byte[] xml, @Nullable Integer photo) {

    static final String PHOTO_NAME = "rumah-depan.jpg";
    static final String BOUNDARY = "tuntas-bench-5108";

    /** The multipart body of OpenRosa's form submission API. */
    byte[] body() {
        byte[] head = part("xml_submission_file", "submission.xml", "text/xml");
        byte[] end = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        if (photo == null) {
            return joined(head, xml, end);
        }
        return joined(head, xml, crlf(), part(PHOTO_NAME, PHOTO_NAME, "image/jpeg"), Photo.numbered(photo), end);
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
