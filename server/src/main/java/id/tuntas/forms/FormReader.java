package id.tuntas.forms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * Reads and checks an XForm that somebody wants to use (ODK XForms specification 1.0). It is refused unless JavaRosa,
 * the engine of ODK Collect, can load it; the problems name the node and the mend.
 */
public final class FormReader {
    /** More than the largest form anybody fills on a telephone. */
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z_][\\w.-]*(?:/[A-Za-z_][\\w.-]*)+)(?:\\[\\d+])?");

    private FormReader() {}

    /**
     * A form that somebody wants to use.
     *
     * @param files the lists of choices, pictures, sounds and films that came with it, by the names that it calls them
     */
    public static FormReading read(byte[] xml, Map<String, byte[]> files) {
        return read(xml, files, FormReader::checkFiles);
    }

    /** A form that was kept: its lists were looked at when it came. */
    public static FormReading readKept(byte[] xml, Map<String, byte[]> lists) {
        return read(xml, lists, (tree, given) -> List.of());
    }

    private static FormReading read(
            byte[] xml,
            Map<String, byte[]> lists,
            BiFunction<FormTree, Map<String, byte[]>, List<FormProblem>> checkFiles) {
        try {
            SafeXml.check(xml, MAX_BYTES);
            Document document = SafeXml.tree(xml);
            if (!isUtf8(document.getXmlEncoding()) || !isUtf8(document.getInputEncoding())) {
                throw new SafeXml.Refused("encoding", 1, "not UTF-8");
            }
            Optional<FormTree> tree = FormTree.of(document);
            if (tree.isEmpty()) {
                return notAForm();
            }
            List<FormProblem> problems = new ArrayList<>(FormChecks.run(tree.get()));
            problems.addAll(checkFiles.apply(tree.get(), lists));
            if (!problems.isEmpty()) {
                return new FormReading.Unreadable(problems);
            }
            FormLists.fillIn(tree.get(), lists);
            return loaded(definition(tree.get(), new String(xml, StandardCharsets.UTF_8)));
        } catch (SafeXml.Refused refused) {
            return new FormReading.Unreadable(List.of(problem(refused)));
        }
    }

    private static List<FormProblem> checkFiles(FormTree tree, Map<String, byte[]> files) {
        FormMedia media = new FormMedia(tree);
        List<FormProblem> problems = media.check(files);
        Map<String, byte[]> lists = new HashMap<>(files);
        lists.keySet().removeAll(media.names());
        problems.addAll(FormLists.check(tree, lists));
        return problems;
    }

    private static FormReading loaded(FormDefinition form) {
        try {
            FormEngine.load(form, FormEngine.Mode.AS_WRITTEN);
        } catch (FormEngine.CannotLoadException refused) {
            return new FormReading.Unreadable(List.of(engineProblem(refused)));
        }
        return new FormReading.Readable(form);
    }

    private static FormDefinition definition(FormTree tree, String xml) {
        Set<String> repeats = new LinkedHashSet<>();
        tree.bodyElements().stream()
                .filter(element -> element.getLocalName().equals("repeat"))
                .forEach(element -> repeats.add(element.getAttribute("nodeset")));
        List<String> files =
                tree.externalInstances().stream().map(FormLists::name).toList();
        return new FormDefinition(
                tree.root().getAttribute("id"),
                tree.root().getAttribute("version"),
                tree.title(),
                List.copyOf(tree.texts().keySet()),
                files,
                new FormMedia(tree).names(),
                new FormQuestions(tree).list(),
                tree.nodes(),
                tree.types(),
                repeats,
                xml);
    }

    private static boolean isUtf8(@Nullable String encoding) {
        return encoding == null || encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name());
    }

    private static FormReading notAForm() {
        return new FormReading.Unreadable(List.of(new FormProblem(
                "not-a-form",
                null,
                0,
                new Words(
                        "Ini bukan XForm: tidak ada html, model, instance dan body.",
                        "This is not an XForm: html, model, instance and body are not all there."),
                new Words(
                        "Unggah berkas XML formulir, bukan lembar XLSForm atau kiriman.",
                        "Upload the form’s XML, not its XLSForm sheet nor a submission."))));
    }

    private static FormProblem engineProblem(FormEngine.CannotLoadException refused) {
        String message = String.valueOf(refused.getMessage());
        return new FormProblem(
                "engine",
                findNode(message),
                0,
                new Words("Formulir tidak dapat dijalankan: " + message, "The form can't be run: " + message),
                new Words(
                        "Betulkan simpul yang disebut, lalu unggah lagi.",
                        "Correct the node that is named, then upload again."));
    }

    private static @Nullable String findNode(String message) {
        Matcher path = PATH.matcher(message);
        return path.find() ? path.group(1) : null;
    }

    private static FormProblem problem(SafeXml.Refused refused) {
        Words message = switch (refused.code()) {
            case "too-large" ->
                new Words("Berkas formulir lebih besar dari 5 MB.", "The form’s file is larger than 5 MB.");
            case "doctype" ->
                new Words(
                        "Berkas memuat DOCTYPE atau entitas, yang tidak diterima.",
                        "The file has a DOCTYPE or an entity, which is not accepted.");
            case "too-complex" ->
                new Words(
                        "Berkas terlalu dalam atau terlalu banyak simpul.",
                        "The file is nested too deep or has too many nodes.");
            default ->
                new Words(
                        "Berkas bukan XML yang utuh (baris " + refused.line() + ").",
                        "The file is not whole XML (line " + refused.line() + ").");
        };
        return new FormProblem(
                refused.code(),
                null,
                refused.line(),
                message,
                new Words(
                        "Buat lagi XML dari XLSForm, lalu unggah.",
                        "Make the XML from the XLSForm again, then upload."));
    }
}
