package id.tuntas.visits.internal;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** The documents of OpenRosa 1.0 as ODK Collect reads them: no white space between elements, which its integrity reader stumbles over. */
final class OpenRosaXml {

    private static final XMLOutputFactory STAX = XMLOutputFactory.newDefaultFactory();

    private OpenRosaXml() {}

    record ListedForm(
            String formId,
            String name,
            String version,
            String md5,
            String downloadUrl,
            @Nullable String manifestUrl) {}

    record MediaFile(
            String name,
            String md5,
            String downloadUrl,
            boolean entityList,
            @Nullable String integrityUrl) {}

    /** Form List API. */
    static byte[] formList(List<ListedForm> forms) {
        return write(xml -> {
            open(xml, "xforms", "http://openrosa.org/xforms/xformsList");
            for (ListedForm form : forms) {
                xml.writeStartElement("xform");
                leaf(xml, "formID", form.formId());
                leaf(xml, "name", form.name());
                leaf(xml, "version", form.version());
                leaf(xml, "hash", "md5:" + form.md5());
                leaf(xml, "downloadUrl", form.downloadUrl());
                if (form.manifestUrl() != null) {
                    leaf(xml, "manifestUrl", form.manifestUrl());
                }
                xml.writeEndElement();
            }
            xml.writeEndElement();
        });
    }

    /** Form List API, manifest. */
    static byte[] manifest(List<MediaFile> files) {
        return write(xml -> {
            open(xml, "manifest", "http://openrosa.org/xforms/xformsManifest");
            for (MediaFile file : files) {
                xml.writeStartElement("mediaFile");
                if (file.entityList()) {
                    xml.writeAttribute("type", "entityList");
                }
                leaf(xml, "filename", file.name());
                leaf(xml, "hash", "md5:" + file.md5());
                leaf(xml, "downloadUrl", file.downloadUrl());
                if (file.integrityUrl() != null) {
                    leaf(xml, "integrityUrl", file.integrityUrl());
                }
                xml.writeEndElement();
            }
            xml.writeEndElement();
        });
    }

    /** Integrity API: which of the asked entities are gone from the officer's list. */
    static byte[] integrity(List<String> asked, Set<String> there) {
        return write(xml -> {
            xml.writeStartElement("data");
            xml.writeStartElement("entities");
            for (String id : asked) {
                xml.writeStartElement("entity");
                xml.writeAttribute("id", id);
                leaf(xml, "deleted", Boolean.toString(!there.contains(id)));
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    /** @param nature submit_success or submit_error for a submission, error for anything else */
    static byte[] response(String nature, String message) {
        return write(xml -> {
            open(xml, "OpenRosaResponse", "http://openrosa.org/http/response");
            xml.writeStartElement("message");
            xml.writeAttribute("nature", nature);
            xml.writeCharacters(message);
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static byte[] write(Content content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = STAX.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            content.write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void open(XMLStreamWriter xml, String name, String namespace) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeDefaultNamespace(namespace);
    }

    private static void leaf(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
