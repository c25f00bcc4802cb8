package id.tuntas.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What the door must know of a submission before it is interpreted, from one pass over its XML.
 *
 * @param version empty when the root names none
 * @param fileNames values of the nodes that hold a file
 */
public record SubmissionHead(
        String formId,
        String version,
        @Nullable String instanceId,
        @Nullable String deprecatedId,
        List<String> fileNames) {

    private static final int MAX_BYTES = 4 * 1024 * 1024;

    public SubmissionHead {
        fileNames = List.copyOf(fileNames);
    }

    /**
     * @param fileNodes the paths of the nodes that hold a file, by form id and version
     * @throws UnreadableSubmissionException when the bytes are no submission
     */
    public static SubmissionHead read(byte[] xml, BiFunction<String, String, Set<String>> fileNodes) {
        try {
            SafeXml.checkSize(xml, MAX_BYTES);
            return new Pass(SafeXml.reader(xml), fileNodes).read();
        } catch (SafeXml.Refused refused) {
            throw new UnreadableSubmissionException(refused.code(), String.valueOf(refused.getMessage()));
        } catch (XMLStreamException broken) {
            SafeXml.Refused refused = SafeXml.refusal(broken);
            throw new UnreadableSubmissionException(refused.code(), String.valueOf(refused.getMessage()));
        }
    }

    private static final class Pass {
        private final XMLStreamReader xml;
        private final BiFunction<String, String, Set<String>> fileNodes;
        private final StringBuilder path = new StringBuilder(64);
        private final StringBuilder text = new StringBuilder(64);
        private final List<String> fileNames = new ArrayList<>();
        private @Nullable String instanceId;
        private @Nullable String deprecatedId;

        Pass(XMLStreamReader xml, BiFunction<String, String, Set<String>> fileNodes) {
            this.xml = xml;
            this.fileNodes = fileNodes;
        }

        SubmissionHead read() throws XMLStreamException {
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String formId = xml.getAttributeValue(null, "id");
            if (formId == null || formId.isBlank()) {
                throw new UnreadableSubmissionException("form-id-missing", "the root element has no id");
            }
            String given = xml.getAttributeValue(null, "version");
            String version = given == null ? "" : given;
            Set<String> files = fileNodes.apply(formId, version);
            String meta = "/" + xml.getLocalName() + "/meta/";
            path.append('/').append(xml.getLocalName());
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        path.append('/').append(xml.getLocalName());
                        text.setLength(0);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    case XMLStreamConstants.END_ELEMENT -> {
                        leave(meta, files);
                        path.setLength(path.lastIndexOf("/"));
                        text.setLength(0);
                    }
                    default -> {}
                }
            }
            return new SubmissionHead(formId, version, instanceId, deprecatedId, fileNames);
        }

        private void leave(String meta, Set<String> files) {
            String value = text.toString().strip();
            if (value.isEmpty()) {
                return;
            }
            String node = path.toString();
            if (node.startsWith(meta)) {
                switch (node.substring(meta.length())) {
                    case "instanceID" -> instanceId = value;
                    case "deprecatedID" -> deprecatedId = value;
                    default -> {}
                }
            } else if (files.contains(node) && !fileNames.contains(value)) {
                fileNames.add(value);
            }
        }
    }
}
