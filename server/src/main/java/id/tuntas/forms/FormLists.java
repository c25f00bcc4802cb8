package id.tuntas.forms;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * The lists of choices that an author gives beside his form ({@code jr://file-csv/NAME.csv}, XForms specification, secondary instances from
 * external files). The lists of an officer's families and their members are the office's own and come with every form.
 */
final class FormLists {

    private static final Set<String> OF_THE_OFFICE = Set.of(VervalForm.FAMILIES_FILE, VervalForm.MEMBERS_FILE);

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");

    private final FormTree form;
    private final Map<String, byte[]> given;
    private final List<FormProblem> problems = new ArrayList<>();

    private FormLists(FormTree form, Map<String, byte[]> given) {
        this.form = form;
        this.given = given;
    }

    /** What is wrong with the lists: one that lacks, cannot be read or has no column that a question chooses from, and a file that the form does not name. */
    static List<FormProblem> check(FormTree form, Map<String, byte[]> given) {
        return new FormLists(form, given).check();
    }

    /** Puts the rows of the lists into the form's tree, where those of a list inside the form are. */
    static void fillIn(FormTree form, Map<String, byte[]> given) {
        for (Element instance : form.externalInstances()) {
            byte[] list = given.get(name(instance));
            if (list != null) {
                rows(list).ifPresent(rows -> fillIn(instance, rows));
            }
        }
    }

    /** The name of the file that an instance is read from. */
    static String name(Element instance) {
        String source = instance.getAttribute("src");
        return source.substring(source.lastIndexOf('/') + 1);
    }

    private List<FormProblem> check() {
        Set<String> named = new HashSet<>(OF_THE_OFFICE);
        for (Element instance : form.externalInstances()) {
            String name = name(instance);
            if (!named.add(name)) {
                continue;
            }
            byte[] list = given.get(name);
            if (list == null) {
                add(
                        "list-missing",
                        new Words(
                                "Daftar “" + name + "” tidak ikut diunggah.",
                                "The list “" + name + "” was not uploaded."),
                        new Words(
                                "Unggah formulir bersama " + name + ".",
                                "Upload the form together with " + name + "."));
            } else {
                check(instance, name, list);
            }
        }
        given.keySet().stream()
                .filter(name -> !named.contains(name) || OF_THE_OFFICE.contains(name))
                .forEach(name -> add(
                        "list-unused",
                        new Words(
                                "Formulir tidak memakai berkas “" + name + "” yang diunggah.",
                                "The form does not use the uploaded file “" + name + "”."),
                        new Words(
                                "Beri nama berkas seperti dalam formulir, atau jangan ikut diunggah.",
                                "Name the file as the form does, or do not upload it.")));
        return problems;
    }

    private void check(Element instance, String name, byte[] list) {
        Optional<List<CsvRecord>> rows = rows(list);
        if (rows.isEmpty()) {
            add(
                    "list-unreadable",
                    new Words(
                            "Daftar “" + name + "” bukan CSV dengan kolom dan isi.",
                            "The list “" + name + "” is no CSV with columns and rows."),
                    new Words(
                            "Simpan sebagai CSV (koma, UTF-8) dengan baris judul.",
                            "Save it as CSV (commas, UTF-8) with a header."));
            return;
        }
        List<String> columns = rows.get().getFirst().getFields();
        for (Element control : form.bodyElements()) {
            for (Element itemset : FormTree.children(control, "itemset")) {
                if (FormTree.naming(instance)
                        .matcher(itemset.getAttribute("nodeset").strip())
                        .lookingAt()) {
                    columnsOf(itemset).stream()
                            .filter(column -> !columns.contains(column))
                            .forEach(column -> add(
                                    "list-column-missing",
                                    new Words(
                                            "Daftar “" + name + "” tidak punya kolom “" + column + "”.",
                                            "The list “" + name + "” has no column “" + column + "”."),
                                    new Words(
                                            "Tambahkan kolom itu pada baris judul.",
                                            "Add that column to the header.")));
                }
            }
        }
    }

    private static List<String> columnsOf(Element itemset) {
        return List.of("value", "label").stream()
                .map(part -> FormTree.child(itemset, part))
                .filter(part ->
                        part != null && NAME.matcher(part.getAttribute("ref")).matches())
                .map(part -> part.getAttribute("ref"))
                .toList();
    }

    private void add(String code, Words message, Words mend) {
        problems.add(new FormProblem(code, null, 0, message, mend));
    }

    /** The header and at least one row; empty where the bytes are no such CSV in UTF-8. */
    private static Optional<List<CsvRecord>> rows(byte[] list) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(list))
                    .toString();
            List<CsvRecord> rows = CsvReader.builder().ofCsvRecord(text.replaceFirst("^\uFEFF", "")).stream()
                    .toList();
            return Optional.of(rows).filter(all -> all.size() > 1);
        } catch (CharacterCodingException | CsvParseException notCsv) {
            return Optional.empty();
        }
    }

    private static void fillIn(Element instance, List<CsvRecord> rows) {
        Element root = add(instance, "root");
        List<String> columns = rows.getFirst().getFields();
        for (CsvRecord row : rows.subList(1, rows.size())) {
            Element item = add(root, "item");
            for (int column = 0; column < Math.min(row.getFieldCount(), columns.size()); column++) {
                if (NAME.matcher(columns.get(column)).matches()) {
                    add(item, columns.get(column)).setTextContent(row.getField(column));
                }
            }
        }
    }

    private static Element add(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElementNS(FormTree.XFORMS, name);
        parent.appendChild(child);
        return child;
    }
}
