package id.tuntas.forms;

import id.tuntas.forms.FormDefinition.FormChoice;
import id.tuntas.forms.FormDefinition.FormQuestion;
import id.tuntas.forms.FormDefinition.QuestionType;
import id.tuntas.forms.SubmissionFinding.Code;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.instance.TreeElement;

/**
 * A submission as JavaRosa's tree, without what JavaRosa would throw at: nodes the form does not have, and values that
 * are not of their type. Each becomes a finding.
 */
final class ReceivedTree {
    private static final Pattern POINT = Pattern.compile("-?\\d+(\\.\\d+)?(\\s+-?\\d+(\\.\\d+)?){1,3}");

    private final FormDefinition form;
    private final Map<String, FormQuestion> questions;
    private final List<SubmissionFinding> findings;

    ReceivedTree(FormDefinition form, Map<String, FormQuestion> questions, List<SubmissionFinding> findings) {
        this.form = form;
        this.questions = questions;
        this.findings = findings;
    }

    /**
     * The bytes were read as {@link Answers} before, so they are whole. A node that was not sent is there and empty, else JavaRosa
     * would take it for one that is not asked.
     */
    TreeElement read(byte[] submission, TreeElement blank) throws XMLStreamException {
        XMLStreamReader xml = SafeXml.reader(submission);
        xml.nextTag();
        TreeElement root = new TreeElement(xml.getLocalName(), 0);
        fill(root, xml, "/" + xml.getLocalName(), "/" + xml.getLocalName());
        complete(root, blank);
        return root;
    }

    private static void complete(TreeElement received, TreeElement blank) {
        for (int i = 0; i < blank.getNumChildren(); i++) {
            TreeElement expected = blank.getChildAt(i);
            List<TreeElement> there = received.getChildrenWithName(expected.getName());
            if (there.isEmpty() && !expected.isRepeatable()) {
                TreeElement empty = new TreeElement(expected.getName(), 0);
                received.addChild(empty);
                complete(empty, expected);
            } else {
                there.forEach(child -> complete(child, expected));
            }
        }
    }

    private void fill(TreeElement element, XMLStreamReader xml, String path, String node) throws XMLStreamException {
        Map<String, Integer> seen = new HashMap<>();
        StringBuilder text = new StringBuilder();
        int event;
        while ((event = xml.next()) != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                int multiplicity = seen.merge(name, 1, Integer::sum) - 1;
                String childPath = path + "/" + name;
                boolean repeat = form.repeats().contains(childPath);
                String childNode = node + "/" + name + (repeat ? "[" + (multiplicity + 1) + "]" : "");
                TreeElement child = new TreeElement(name, multiplicity);
                fill(child, xml, childPath, childNode);
                if (isKnown(path, childPath, childNode) && (repeat || multiplicity == 0)) {
                    element.addChild(child);
                }
            }
        }
        String value = text.toString().strip();
        if (!value.isEmpty() && !element.hasChildren() && isReadable(path, node, value)) {
            element.setAnswer(new UncastData(value));
        }
    }

    /** OpenRosa's own metadata may be there without the form's asking. */
    private boolean isKnown(String parent, String path, String node) {
        if (form.nodes().contains(path)) {
            return true;
        }
        if (!path.endsWith("/meta") && !parent.endsWith("/meta")) {
            findings.add(new SubmissionFinding(
                    Code.NODE_UNKNOWN,
                    node,
                    new Words("Simpul ini tidak ada dalam formulir.", "The form does not have this node.")));
        }
        return false;
    }

    private boolean isReadable(String path, String node, String value) {
        if (!isOfType(form.types().getOrDefault(path, "string"), value)) {
            findings.add(new SubmissionFinding(
                    Code.VALUE_UNREADABLE,
                    node,
                    new Words("Nilai tidak dapat dibaca: " + value, "The value can't be read: " + value)));
            return false;
        }
        FormQuestion question = questions.get(path);
        String unknown = question == null ? "" : unknownChoices(question, value);
        if (!unknown.isEmpty()) {
            findings.add(new SubmissionFinding(
                    Code.CHOICE_UNKNOWN,
                    node,
                    new Words("Bukan pilihan formulir: " + unknown, "Not a choice of the form: " + unknown)));
        }
        return unknown.isEmpty();
    }

    /** Choices of a list outside of the form are not known here, so any is taken. */
    private static String unknownChoices(FormQuestion question, String value) {
        if (question.choices().isEmpty()) {
            return "";
        }
        Stream<String> given =
                question.type() == QuestionType.SELECT_MANY ? Stream.of(value.split("\\s+")) : Stream.of(value);
        return given.filter(code ->
                        question.choices().stream().map(FormChoice::code).noneMatch(code::equals))
                .collect(Collectors.joining(" "));
    }

    private static boolean isOfType(String type, String text) {
        try {
            switch (type) {
                case "int" -> Integer.parseInt(text);
                case "decimal" -> Double.parseDouble(text);
                case "date" -> LocalDate.parse(text);
                case "dateTime" ->
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
                case "time" -> DateTimeFormatter.ISO_TIME.parse(text);
                case "geopoint" -> {
                    if (!POINT.matcher(text).matches()) {
                        return false;
                    }
                }
                default -> {}
            }
            return true;
        } catch (NumberFormatException | DateTimeException wrong) {
            return false;
        }
    }
}
