package id.tuntas.forms;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.javarosa.core.model.FormDef;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.XFormParser;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Loads a form into JavaRosa. */
final class FormEngine {

    /** What the loaded form is for. */
    enum Mode {
        /** As a client would load it; only the lists outside of the form stay empty. */
        AS_WRITTEN,
        /**
         * For judging a submission: nothing is computed anew, so that what the client computed from lists of that day
         * stays, and no rule is judged that asks such a list.
         */
        FOR_CHECKING
    }

    static final class CannotLoadException extends Exception {
        private static final long serialVersionUID = 1L;

        CannotLoadException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** JavaRosa's parser keeps static state. */
    private static final Object PARSER = new Object();

    private static final Pattern PREDICATE = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");

    static {
        new XFormsModule().registerModule();
    }

    private FormEngine() {}

    static FormDef load(FormDefinition form, Mode mode) throws CannotLoadException {
        String xml = prepare(form, mode);
        synchronized (PARSER) {
            try {
                return new XFormParser(new StringReader(xml)).parse();
            } catch (XFormParser.ParseException | RuntimeException refused) {
                String message = refused.getMessage() == null ? refused.toString() : refused.getMessage();
                throw new CannotLoadException(message.strip(), refused);
            }
        }
    }

    private static String prepare(FormDefinition form, Mode mode) {
        try {
            byte[] bytes = form.xml().getBytes(StandardCharsets.UTF_8);
            Document document = SafeXml.tree(bytes);
            FormTree tree = FormTree.of(document).orElseThrow();
            if (mode == Mode.FOR_CHECKING) {
                forget(tree);
            }
            for (Element instance : tree.externalInstances()) {
                instance.removeAttribute("src");
                emptyList(tree, instance);
            }
            return write(document);
        } catch (SafeXml.Refused impossible) {
            throw new IllegalStateException("read before", impossible);
        }
    }

    /** JavaRosa wants the columns that the choices are made of to be there, even in a list without rows. */
    private static void emptyList(FormTree tree, Element instance) {
        Pattern list = FormTree.naming(instance);
        Set<String> paths = new LinkedHashSet<>(Set.of("/root"));
        for (Element control : tree.bodyElements()) {
            for (Element itemset : FormTree.children(control, "itemset")) {
                String nodeset = itemset.getAttribute("nodeset").strip();
                if (list.matcher(nodeset).lookingAt()) {
                    String rows = PREDICATE
                            .matcher(list.matcher(nodeset).replaceFirst(""))
                            .replaceAll("");
                    for (String part : List.of("value", "label")) {
                        Element column = FormTree.child(itemset, part);
                        if (column != null) {
                            paths.add(rows + "/" + column.getAttribute("ref").strip());
                        }
                    }
                }
            }
        }
        paths.forEach(path -> add(instance, path));
    }

    private static void add(Element instance, String path) {
        Element parent = instance;
        for (String name : path.substring(1).split("/")) {
            if (!NAME.matcher(name).matches()) {
                return;
            }
            Element child = FormTree.child(parent, name);
            if (child == null) {
                child = instance.getOwnerDocument().createElementNS(FormTree.XFORMS, name);
                parent.appendChild(child);
            }
            parent = child;
        }
    }

    private static void forget(FormTree tree) {
        List<Pattern> external =
                tree.externalInstances().stream().map(FormTree::naming).toList();
        for (Element bind : FormTree.children(tree.model(), "bind")) {
            bind.removeAttribute("calculate");
            bind.removeAttributeNS(FormTree.JAVAROSA, "preload");
            bind.removeAttributeNS(FormTree.JAVAROSA, "preloadParams");
            for (String logic : List.of("relevant", "required", "constraint", "readonly")) {
                String expression = bind.getAttribute(logic);
                if (external.stream().anyMatch(list -> list.matcher(expression).find())) {
                    bind.removeAttribute(logic);
                }
            }
        }
        for (Element action : FormTree.children(tree.model(), "setvalue")) {
            tree.model().removeChild(action);
        }
        for (Element element : tree.bodyElements()) {
            element.removeAttributeNS(FormTree.JAVAROSA, "count");
            element.removeAttributeNS(FormTree.JAVAROSA, "noAddRemove");
            for (Element action : FormTree.children(element, "setvalue")) {
                element.removeChild(action);
            }
        }
    }

    private static String write(Document document) {
        try {
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter out = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return out.toString();
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
