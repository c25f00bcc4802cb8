package id.tuntas.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A submission as the web client sent it, of an invented family, and ways to spoil it. */
final class SubmissionSample {
    private SubmissionSample() {}

    static String found() {
        try (InputStream in = SubmissionSample.class.getResourceAsStream("/forms/verval-submission.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static byte[] with(String node, String value) {
        String leaf = "<" + node + ">[^<]*</" + node + ">";
        String changed = found().replaceFirst(leaf, "<" + node + ">" + value + "</" + node + ">");
        if (changed.equals(found())) {
            throw new IllegalArgumentException("nothing changed for " + node);
        }
        return bytes(changed);
    }

    static byte[] without(String node) {
        String changed = found().replaceFirst("<" + node + ">[^<]*</" + node + ">", "");
        if (changed.equals(found())) {
            throw new IllegalArgumentException("nothing changed for " + node);
        }
        return bytes(changed);
    }

    static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
