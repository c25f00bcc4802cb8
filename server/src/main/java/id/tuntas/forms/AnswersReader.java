package id.tuntas.forms;

import id.tuntas.forms.Answers.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a submission's XML into {@link Answers}; one pass, no form definition, no JavaRosa. */
final class AnswersReader {
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final XMLStreamReader xml;
    private final Set<String> repeats;

    private AnswersReader(XMLStreamReader xml, Set<String> repeats) {
        this.xml = xml;
        this.repeats = repeats;
    }

    static Answers read(byte[] submission, Set<String> repeatPaths) {
        try {
            SafeXml.checkSize(submission, MAX_BYTES);
            XMLStreamReader xml = SafeXml.reader(submission);
            Answers answers = new AnswersReader(xml, repeatPaths).root();
            while (xml.hasNext()) {
                xml.next();
            }
            return answers;
        } catch (SafeXml.Refused refused) {
            throw refusal(refused);
        } catch (XMLStreamException broken) {
            throw refusal(SafeXml.refusal(broken));
        }
    }

    private static UnreadableSubmissionException refusal(SafeXml.Refused refused) {
        return new UnreadableSubmissionException(refused.code(), String.valueOf(refused.getMessage()));
    }

    private Answers root() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            continue;
        }
        String formId = xml.getAttributeValue(null, "id");
        if (formId == null || formId.isBlank()) {
            throw new UnreadableSubmissionException("form-id-missing", "the root element has no id");
        }
        String version = xml.getAttributeValue(null, "version");
        String root = "/" + xml.getLocalName();
        Level level = new Level();
        children(root, level);
        Group group = level.toGroup();
        return new Answers(
                formId,
                version,
                group.values().get(root + "/meta/instanceID"),
                group.values().get(root + "/meta/deprecatedID"),
                group);
    }

    /** Reads until the end of the element at {@code path}; its own text counts when it has no child element. */
    private void children(String path, Level level) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean leaf = true;
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    leaf = false;
                    String child = path + "/" + xml.getLocalName();
                    if (isTemplate()) {
                        children(child, new Level());
                    } else if (repeats.contains(child)) {
                        Level inner = new Level();
                        children(child, inner);
                        level.groups
                                .computeIfAbsent(child, any -> new ArrayList<>())
                                .add(inner.toGroup());
                    } else {
                        children(child, level);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    String value = text.toString().strip();
                    if (leaf && !value.isEmpty()) {
                        level.values.putIfAbsent(path, value);
                    }
                    return;
                }
                default -> {}
            }
        }
    }

    private boolean isTemplate() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("template") && namespace(i) != null) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String namespace(int attribute) {
        return xml.getAttributeNamespace(attribute);
    }

    private static final class Level {
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, List<Group>> groups = new LinkedHashMap<>();

        Group toGroup() {
            return new Group(values, groups);
        }
    }
}
