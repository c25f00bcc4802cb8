package id.tuntas.roster.internal;

import id.tuntas.platform.Hashes;
import id.tuntas.rosterfile.RowValues;
import id.tuntas.rosterfile.layout.Fields;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cells of rows as JSON, and hashes of their content that hold for any order of columns. Not for several threads. */
final class RowCells {

    /** Cells that stand in columns of their own, or only repeat them: two lists write them in two ways. */
    static final List<String> TYPED = List.of(
            Fields.FAMILY_ID,
            Fields.KK,
            Fields.NIK,
            Fields.HEAD_NAME,
            Fields.NAME,
            Fields.PERSON_ID,
            Fields.SEX,
            Fields.BIRTH_DATE,
            Fields.RELATIONSHIP,
            Fields.VILLAGE_CODE,
            Fields.VILLAGE,
            Fields.DISTRICT,
            Fields.ADDRESS,
            "province",
            "regency");

    private static final char END = '\u001f';

    private final MessageDigest digest = Hashes.sha256();
    private final Map<List<String>, Shape> shapes = new IdentityHashMap<>();
    private final StringBuilder text = new StringBuilder();

    /**
     * The columns of one sheet.
     *
     * @param places each name's first column, in the order of the columns
     * @param compared places of what is no typed column, by name
     */
    private record Shape(int[] places, String[] keys, int[] compared) {

        static Shape of(List<String> names) {
            List<Integer> places = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < names.size(); i++) {
                if (seen.add(names.get(i))) {
                    places.add(i);
                }
            }
            StringBuilder quoted = new StringBuilder();
            return new Shape(
                    places.stream().mapToInt(Integer::intValue).toArray(),
                    places.stream()
                            .map(place -> {
                                quoted.setLength(0);
                                quote(names.get(place), quoted);
                                return quoted.append(':').toString();
                            })
                            .toArray(String[]::new),
                    places.stream()
                            .filter(place -> !TYPED.contains(names.get(place)))
                            .sorted(Comparator.comparing(names::get))
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
    }

    private Shape shape(RowValues values) {
        return shapes.computeIfAbsent(values.names(), Shape::of);
    }

    String json(RowValues values) {
        Shape shape = shape(values);
        text.setLength(0);
        text.append('{');
        for (int i = 0; i < shape.places.length; i++) {
            String value = values.at(shape.places[i]);
            if (value != null) {
                text.append(text.length() == 1 ? "" : ",").append(shape.keys[i]);
                quote(value, text);
            }
        }
        return text.append('}').toString();
    }

    /** SHA-256 over the typed values and every other cell with its name, as PostgreSQL reads a bytea. */
    String familyHash(RowValues values, @Nullable Object... typed) {
        start(typed);
        for (int place : shape(values).compared) {
            String value = values.at(place);
            if (value != null) {
                text.append(values.names().get(place)).append('=').append(value).append(END);
            }
        }
        return "\\x" + Hashes.hex(digest());
    }

    /** The first eight bytes of the SHA-256 over the typed values: members of a family are summed. */
    long memberHash(@Nullable Object... typed) {
        start(typed);
        return ByteBuffer.wrap(digest()).getLong();
    }

    private void start(@Nullable Object... typed) {
        text.setLength(0);
        for (Object value : typed) {
            text.append(value == null ? "" : value).append(END);
        }
    }

    private byte[] digest() {
        return digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 8259 section 7; U+0000 is left out, since jsonb can't hold it. */
    private static void quote(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case 0 -> {}
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
