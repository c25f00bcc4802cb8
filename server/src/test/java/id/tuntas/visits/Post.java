package id.tuntas.visits;

import id.tuntas.cases.FamilyCase;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;

/** One post as ODK Collect makes it: a whole submission of an invented family, or a spoilt one, and files. */
public record Post(String instanceId, String xml, List<Part> parts) {

    public static final List<String> PHOTOS = List.of(
            "1795491518023.jpg",
            "1795491518054.jpg",
            "1795491518066.jpg",
            "1795491518087.jpg",
            "1795491518131.jpg",
            "1795491518104.jpg",
            "1795491518127.jpg");

    private static final String BOUNDARY = "3b7a1c5e-batas";

    public record Part(String name, String type, byte[] content) {}

    public static Post of(FamilyCase family) {
        return of(family.number().text());
    }

    /** A sound submission that names a case; none of its seven photos is there yet. */
    public static Post of(String caseNumber) {
        String instanceId = "uuid:" + UUID.randomUUID();
        try (InputStream in = Post.class.getResourceAsStream("/forms/verval-submission.xml")) {
            String sample = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String xml = sample.replace("BLL-000017-4", caseNumber)
                    .replace("uuid:fde19824-1061-4cca-9699-d58963c6153c", instanceId);
            return new Post(instanceId, xml, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A visit that proposes a family of this village. */
    public static Post proposing(String village) {
        String number = "USUL-" + village + "-" + UUID.randomUUID().toString().substring(0, 8);
        return of(number).with("head_name", "Ni Usul Contoh");
    }

    public Post with(String node, String value) {
        String changed =
                xml.replaceFirst("<" + node + ">[^<]*</" + node + ">", "<" + node + ">" + value + "</" + node + ">");
        if (changed.equals(xml)) {
            throw new IllegalArgumentException("nothing changed for " + node);
        }
        return new Post(instanceId, changed, parts);
    }

    public Post withXml(String changed) {
        return new Post(instanceId, changed, parts);
    }

    public Post withFile(String name, byte[] content) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(name, "image/jpeg", content));
        return new Post(instanceId, xml, more);
    }

    public Post withPhotos(String... names) {
        Post post = this;
        for (String name : names) {
            post = post.withFile(name, jpeg(instanceId + name));
        }
        return post;
    }

    public Post withAllPhotos() {
        return withPhotos(PHOTOS.toArray(String[]::new));
    }

    public Post incomplete() {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part("*isIncomplete*", "", "yes".getBytes(StandardCharsets.US_ASCII)));
        return new Post(instanceId, xml, more);
    }

    /** Another filling with the same answers that knows nothing of this one. */
    public Post again() {
        String other = "uuid:" + UUID.randomUUID();
        return new Post(other, xml.replace(instanceId, other), List.of());
    }

    /** Another filling that says it corrects this one. */
    public Post edit() {
        String edited = "uuid:" + UUID.randomUUID();
        return new Post(
                edited,
                xml.replace(
                        "<instanceID>" + instanceId + "</instanceID>",
                        "<instanceID>" + edited + "</instanceID><deprecatedID>" + instanceId + "</deprecatedID>"),
                List.of());
    }

    public static byte[] jpeg(String seed) {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(Arrays.hashCode(seed.getBytes(StandardCharsets.UTF_8)));
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, new Color(random.nextInt(0x1000000)).getRGB());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public Answer to(Http.Caller caller, String path) {
        return caller.send("POST", path, BodyPublishers.ofByteArray(body()), contentType());
    }

    public static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(body, new Part("xml_submission_file", "text/xml", xml.getBytes(StandardCharsets.UTF_8)));
        parts.forEach(part -> write(body, part));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, Part part) {
        StringBuilder head =
                new StringBuilder("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part.name() + "\"");
        if (!part.type().isEmpty()) {
            head.append("; filename=\"")
                    .append(part.name())
                    .append("\"\r\nContent-Type: ")
                    .append(part.type());
        }
        head.append("\r\n\r\n");
        body.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        body.writeBytes(part.content());
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
