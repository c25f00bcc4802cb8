package id.tuntas.forms;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file that came with a version of a form: a list of choices, a picture, a sound or a film.
 *
 * @param type its media type
 */
public record FormFile(String type, byte[] content) {

    private static final int HEAD = 12;

    private static final Map<String, Pattern> TYPES = Map.of(
            "image/jpeg", head("\u00ff\u00d8\u00ff.*"),
            "image/png", head("\u0089PNG.*"),
            "image/gif", head("GIF8.*"),
            "image/webp", head("RIFF....WEBP"),
            "audio/mpeg", head("(ID3|\u00ff[\u00e0-\u00ff]).*"),
            "audio/wav", head("RIFF....WAVE"),
            "audio/ogg", head("OggS.*"),
            "audio/mp4", head("....ftypM4A .*"),
            "video/mp4", head("....ftyp(?!M4A ).*"));

    private static Pattern head(String bytes) {
        return Pattern.compile(bytes, Pattern.DOTALL);
    }

    /** The type is told by the content, whatever its name says; what is no picture, sound or film is a list. */
    public static FormFile of(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
        String type = TYPES.entrySet().stream()
                .filter(known -> known.getValue().matcher(head).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("text/csv;charset=UTF-8");
        return new FormFile(type, content);
    }
}
