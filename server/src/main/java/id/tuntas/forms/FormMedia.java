package id.tuntas.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The pictures, sounds and films that texts of a form are shown with ({@code jr://images/NAME}, XForms specification, media). */
final class FormMedia {

    /** @param folder of an address, {@code jr://images/} */
    private record Kind(String folder, Pattern types, String formats) {}

    private static final Kind IMAGE = new Kind("images", Pattern.compile("image/.*"), "JPEG, PNG, GIF, WebP");
    /** A sound in MP4 does not always say that it has no pictures. */
    private static final Kind AUDIO = new Kind("audio", Pattern.compile("audio/.*|video/mp4"), "MP3, WAV, OGG, M4A");

    private static final Kind VIDEO = new Kind("video", Pattern.compile("video/mp4"), "MP4");

    private static final Map<String, Kind> KINDS =
            Map.of("image", IMAGE, "big-image", IMAGE, "audio", AUDIO, "video", VIDEO);

    private static final Pattern ADDRESS = Pattern.compile("jr://(\\w+)/([\\p{L}\\p{N} ()_.-]+)");

    private final FormTree form;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, @Nullable String> nodes = new LinkedHashMap<>();
    private final List<FormProblem> problems = new ArrayList<>();

    FormMedia(FormTree form) {
        this.form = form;
        for (Element text : form.translated()) {
            for (Element value : FormTree.children(text, "value")) {
                Kind kind = KINDS.get(value.getAttribute("form"));
                if (kind != null) {
                    add(kind, value.getTextContent().strip(), text.getAttribute("id"));
                }
            }
        }
    }

    /** The names of the files. */
    Set<String> names() {
        return kinds.keySet();
    }

    /** What is wrong with them: an address that is none, a file that lacks or is of another kind. */
    List<FormProblem> check(Map<String, byte[]> given) {
        List<FormProblem> all = new ArrayList<>(problems);
        kinds.forEach((name, kind) -> {
            byte[] content = given.get(name);
            if (content == null) {
                all.add(problem(
                        "media-missing",
                        nodes.get(name),
                        new Words(
                                "Berkas “" + name + "” tidak ikut diunggah.",
                                "The file “" + name + "” was not uploaded."),
                        new Words(
                                "Unggah formulir bersama " + name + ".",
                                "Upload the form together with " + name + ".")));
            } else if (!kind.types().matcher(FormFile.of(content).type()).matches()) {
                all.add(problem(
                        "media-unreadable",
                        nodes.get(name),
                        new Words(
                                "Isi berkas “" + name + "” bukan " + kind.formats() + ".",
                                "What is in the file “" + name + "” is none of " + kind.formats() + "."),
                        new Words(
                                "Simpan sebagai salah satu dari " + kind.formats() + ".",
                                "Save it as one of " + kind.formats() + ".")));
            }
        });
        return all;
    }

    private void add(Kind kind, String address, String text) {
        Matcher parts = ADDRESS.matcher(address);
        if (parts.matches() && parts.group(1).equals(kind.folder())) {
            kinds.put(parts.group(2), kind);
            nodes.putIfAbsent(parts.group(2), nodeOf(text));
        } else {
            problems.add(problem(
                    "media-address",
                    nodeOf(text),
                    new Words(
                            "Alamat “" + address + "” tidak dapat dipakai.",
                            "The address “" + address + "” can't be used."),
                    new Words(
                            "Tulis jr://" + kind.folder() + "/NAMA; nama berkas dari huruf, angka, spasi dan ( ) _ . -",
                            "Write jr://" + kind.folder()
                                    + "/NAME; names are of letters, digits, spaces and ( ) _ . -")));
        }
    }

    private static FormProblem problem(String code, @Nullable String node, Words message, Words mend) {
        return new FormProblem(code, node, 0, message, mend);
    }

    /** The question or group that says a text; a list of choices may say it too. */
    private @Nullable String nodeOf(String text) {
        return form.bodyElements().stream()
                .filter(element -> FormTree.children(element).stream().anyMatch(part -> says(part, text)))
                .map(form::reference)
                .findFirst()
                .orElse(null);
    }

    private boolean says(Element part, String text) {
        return switch (part.getLocalName()) {
            case "label", "hint" ->
                FormTree.itextId(part.getAttribute("ref")).stream().anyMatch(text::equals);
            case "item" -> FormTree.children(part, "label").stream().anyMatch(label -> says(label, text));
            case "itemset" ->
                FormTree.children(form.model(), "instance").stream()
                        .filter(list -> FormTree.naming(list)
                                .matcher(part.getAttribute("nodeset").strip())
                                .lookingAt())
                        .anyMatch(list -> columns(list)
                                .anyMatch(column ->
                                        column.getTextContent().strip().equals(text)));
            default -> false;
        };
    }

    private static Stream<Element> columns(Element list) {
        return FormTree.children(list).stream()
                .flatMap(root -> FormTree.children(root).stream())
                .flatMap(item -> FormTree.children(item).stream());
    }
}
