package id.tuntas.rosterfile.table;

import id.tuntas.rosterfile.table.FileRefused.Reason;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** An Office Open XML workbook (ECMA-376). Macros, document types and bombs are looked for in every part before a row is read. */
final class XlsxFile implements TableFile {

    private static final long RELATIONSHIP = XmlScanner.key("Relationship");
    private static final long SHEET = XmlScanner.key("sheet");
    private static final long WORKBOOK_PROPERTIES = XmlScanner.key("workbookPr");
    private static final long ID = XmlScanner.key("Id");
    private static final long LOWER_ID = XmlScanner.key("id");
    private static final long NAME = XmlScanner.key("name");
    private static final long TYPE = XmlScanner.key("Type");
    private static final long TARGET = XmlScanner.key("Target");
    private static final long TARGET_MODE = XmlScanner.key("TargetMode");
    private static final long DATE_1904 = XmlScanner.key("date1904");
    private static final long OVERRIDE = XmlScanner.key("Override");
    private static final long CONTENT_TYPE = XmlScanner.key("ContentType");

    private final ZipFile zip;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<String, Relation> relations = new HashMap<>();
    private boolean from1904;
    private @Nullable SharedTexts sharedTexts;
    private @Nullable String sharedPart;

    private record Relation(String type, String part) {}

    private XlsxFile(ZipFile zip) {
        this.zip = zip;
    }

    static XlsxFile open(Path path) throws IOException, FileRefused {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException | EOFException | FileNotFoundException | IllegalArgumentException broken) {
            throw new FileRefused(Reason.DAMAGED);
        }
        XlsxFile file = new XlsxFile(zip);
        try {
            file.refuseDangerousParts();
            file.readWorkbook();
            return file;
        } catch (IOException | FileRefused | RuntimeException failed) {
            zip.close();
            throw failed;
        }
    }

    private void refuseDangerousParts() throws IOException, FileRefused {
        if (zip.size() > Limits.PARTS) {
            throw new FileRefused(Reason.TOO_MANY_PARTS);
        }
        List<? extends ZipEntry> parts = Collections.list(zip.entries());
        boolean workbook = false;
        for (ZipEntry part : parts) {
            String name = part.getName().toLowerCase(Locale.ROOT);
            if (BoundedInflation.claimsTooMuch(part)) {
                throw new FileRefused(Reason.INFLATES_TOO_FAR);
            }
            if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/")) {
                throw new FileRefused(Reason.MACROS);
            }
            workbook |= name.equals("[content_types].xml");
        }
        if (!workbook) {
            throw new FileRefused(Reason.NOT_A_TABLE);
        }
        for (ZipEntry part : parts) {
            String name = part.getName().toLowerCase(Locale.ROOT);
            if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
                refuseDocumentType(part);
            }
        }
    }

    /** A document type stands before the root element. Parts that aren't read may be broken otherwise. */
    private void refuseDocumentType(ZipEntry part) throws IOException, FileRefused {
        try (XmlScanner xml = scanner(part)) {
            xml.next();
        } catch (FileRefused refused) {
            if (refused.reason() != Reason.DAMAGED) {
                throw refused;
            }
            refuseWideDocumentType(part);
        }
    }

    /** Parts in UTF-16 are never read by us, but the next program that opens the file may read them. */
    private void refuseWideDocumentType(ZipEntry part) throws IOException, FileRefused {
        byte[] head;
        try (var in = inflate(part)) {
            head = in.readNBytes(1 << 16);
        } catch (BoundedInflation.RefusedInput refused) {
            throw refused.refusal();
        }
        if (new String(head, StandardCharsets.UTF_16LE).contains("<!DOCTYPE")
                || new String(head, StandardCharsets.UTF_16BE).contains("<!DOCTYPE")) {
            throw new FileRefused(Reason.DOCTYPE);
        }
    }

    private void readWorkbook() throws IOException, FileRefused {
        String workbook = workbookPart();
        readRelations(workbook);
        try (XmlScanner xml = scanner(workbook)) {
            int tag;
            while ((tag = xml.next()) != XmlScanner.END_OF_PART) {
                if (tag == XmlScanner.START && xml.name() == SHEET) {
                    addSheet(xml);
                } else if (tag == XmlScanner.START && xml.name() == WORKBOOK_PROPERTIES) {
                    String value = xml.attributes().text(DATE_1904);
                    from1904 = "1".equals(value) || "true".equals(value);
                }
            }
        }
        for (Relation relation : relations.values()) {
            if (relation.type().endsWith("/sharedStrings")) {
                sharedPart = relation.part();
            }
        }
        if (sheets.isEmpty()) {
            throw new FileRefused(Reason.NOT_A_TABLE);
        }
    }

    private String workbookPart() throws IOException, FileRefused {
        String found = null;
        try (XmlScanner xml = scanner("[Content_Types].xml")) {
            int tag;
            while ((tag = xml.next()) != XmlScanner.END_OF_PART) {
                String type = tag == XmlScanner.START ? xml.attributes().text(CONTENT_TYPE) : null;
                if (type == null) {
                    continue;
                }
                String lower = type.toLowerCase(Locale.ROOT);
                if (lower.contains("macroenabled") || lower.contains("vbaproject")) {
                    throw new FileRefused(Reason.MACROS);
                }
                if (xml.name() == OVERRIDE && lower.endsWith("spreadsheetml.sheet.main+xml")) {
                    found = xml.attributes().text(XmlScanner.key("PartName"));
                }
            }
        }
        if (found == null) {
            throw new FileRefused(Reason.NOT_A_TABLE);
        }
        return found.startsWith("/") ? found.substring(1) : found;
    }

    private void addSheet(XmlScanner xml) throws FileRefused {
        String name = xml.attributes().text(NAME);
        String id = xml.attributes().text(LOWER_ID);
        Relation relation = id == null ? null : relations.get(id);
        if (name == null || relation == null) {
            throw new FileRefused(Reason.DAMAGED);
        }
        if (relation.type().endsWith("/worksheet")) {
            sheets.add(new XlsxSheet(name, relation.part()));
        }
    }

    private void readRelations(String workbook) throws IOException, FileRefused {
        int slash = workbook.lastIndexOf('/');
        String folder = workbook.substring(0, slash + 1);
        try (XmlScanner xml = scanner(folder + "_rels/" + workbook.substring(slash + 1) + ".rels")) {
            int tag;
            while ((tag = xml.next()) != XmlScanner.END_OF_PART) {
                if (tag == XmlScanner.START
                        && xml.name() == RELATIONSHIP
                        && xml.attributes().text(TARGET_MODE) == null) {
                    String id = xml.attributes().text(ID);
                    String type = xml.attributes().text(TYPE);
                    String target = xml.attributes().text(TARGET);
                    if (id != null && type != null && target != null) {
                        relations.put(id, new Relation(type, part(folder, target)));
                    }
                }
            }
        }
    }

    private static String part(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (rest.startsWith("../")) {
            rest = rest.substring(3);
            int slash = base.lastIndexOf('/', base.length() - 2);
            base = base.substring(0, slash + 1);
        }
        return base + rest;
    }

    private XmlScanner scanner(String name) throws IOException, FileRefused {
        ZipEntry part = zip.getEntry(name);
        if (part == null) {
            throw new FileRefused(Reason.DAMAGED);
        }
        return scanner(part);
    }

    private XmlScanner scanner(ZipEntry part) throws IOException, FileRefused {
        return new XmlScanner(inflate(part));
    }

    private BoundedInflation inflate(ZipEntry part) throws IOException, FileRefused {
        try {
            return new BoundedInflation(zip.getInputStream(part), part);
        } catch (ZipException broken) {
            throw new FileRefused(Reason.DAMAGED);
        }
    }

    private SharedTexts sharedTexts() throws IOException, FileRefused {
        SharedTexts texts = sharedTexts;
        if (texts == null) {
            String part = sharedPart;
            if (part == null || zip.getEntry(part) == null) {
                texts = new SharedTexts();
            } else {
                try (XmlScanner xml = scanner(part)) {
                    texts = SharedTexts.read(xml);
                }
            }
            sharedTexts = texts;
        }
        return texts;
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public boolean from1904() {
        return from1904;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class XlsxSheet implements Sheet {

        private final String name;
        private final String part;

        XlsxSheet(String name, String part) {
            this.name = name;
            this.part = part;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public RowCursor rows() throws IOException, FileRefused {
            ZipEntry entry = zip.getEntry(part);
            if (entry == null) {
                throw new FileRefused(Reason.DAMAGED);
            }
            SharedTexts texts = sharedTexts();
            BoundedInflation inflation = inflate(entry);
            return new XlsxCursor(new XmlScanner(inflation), texts, inflation, Math.max(1, entry.getSize()));
        }
    }
}
