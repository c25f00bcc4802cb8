package id.tuntas.forms;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * XML from strangers: no document type, so no entity of any kind, and bounded depth and number of elements. Everything
 * is read through here before a library that was not written against attackers sees it.
 */
final class SafeXml {

    /** What the XML is refused for; {@code code} is stable. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final String code;
        private final int line;

        Refused(String code, int line, String message) {
            super(message, null, false, false);
            this.code = code;
            this.line = line;
        }

        String code() {
            return code;
        }

        /** From 1; 0 when the place is not known. */
        int line() {
            return line;
        }
    }

    private static final int MAX_DEPTH = 64;
    private static final int MAX_ELEMENTS = 200_000;
    private static final int MAX_ATTRIBUTES = 64;
    private static final XMLInputFactory STAX = staxFactory();

    private SafeXml() {}

    /** A reader that never leaves the document and stops, with {@link Refused}'s codes, where it gets out of bounds. */
    static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        return new Bounded(STAX.createXMLStreamReader(new ByteArrayInputStream(xml)));
    }

    /** Reads the whole document once and refuses what is not plain, bounded XML. */
    static void check(byte[] xml, int maxBytes) throws Refused {
        checkSize(xml, maxBytes);
        try {
            XMLStreamReader reader = reader(xml);
            while (reader.hasNext()) {
                reader.next();
            }
            reader.close();
        } catch (XMLStreamException broken) {
            throw refusal(broken);
        }
    }

    static void checkSize(byte[] xml, int maxBytes) throws Refused {
        if (xml.length > maxBytes) {
            throw new Refused("too-large", 0, "more than " + maxBytes + " bytes");
        }
    }

    /** Why a reader stopped. */
    static Refused refusal(XMLStreamException broken) {
        if (broken instanceof OutOfBounds bounds) {
            return new Refused(bounds.code, bounds.line, bounds.code);
        }
        int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
        return new Refused("not-xml", Math.max(line, 0), String.valueOf(broken.getMessage()));
    }

    private static final class OutOfBounds extends XMLStreamException {
        private static final long serialVersionUID = 1L;

        private final String code;
        private final int line;

        OutOfBounds(String code, XMLStreamReader reader) {
            super(code);
            this.code = code;
            this.line = Math.max(reader.getLocation().getLineNumber(), 0);
        }
    }

    private static final class Bounded extends StreamReaderDelegate {
        private int depth;
        private int elements;

        Bounded(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new OutOfBounds("doctype", this);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                elements++;
                depth++;
                if (depth > MAX_DEPTH || elements > MAX_ELEMENTS || getAttributeCount() > MAX_ATTRIBUTES) {
                    throw new OutOfBounds("too-complex", this);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            return event;
        }
    }

    /** The tree of a document that {@link #check} let through. */
    static Document tree(byte[] xml) throws Refused {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException broken) {
            throw new Refused("not-xml", 0, String.valueOf(broken.getMessage()));
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static XMLInputFactory staxFactory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // what is broken must break in next(), where it is caught, not in the getter that wants the text
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity");
        });
        return factory;
    }
}
