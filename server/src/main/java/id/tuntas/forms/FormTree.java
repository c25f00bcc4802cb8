package id.tuntas.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The parts of an XForm's XML that the checks and the list of questions are read from. */
final class FormTree {
    static final String XFORMS = "http://www.w3.org/2002/xforms";
    static final String XHTML = "http://www.w3.org/1999/xhtml";
    static final String JAVAROSA = "http://openrosa.org/javarosa";
    static final Set<String> CONTROLS = Set.of("input", "select1", "select", "upload", "range", "trigger", "rank");

    private final Element html;
    private final Element model;
    private final Element body;
    private final Element root;
    private final Map<String, Element> binds = new LinkedHashMap<>();
    private final Set<String> nodes = new LinkedHashSet<>();
    private final Map<String, Map<String, String>> texts = new LinkedHashMap<>();

    private FormTree(Element html, Element model, Element body, Element root) {
        this.html = html;
        this.model = model;
        this.body = body;
        this.root = root;
        collectNodes(root, "/" + root.getLocalName());
        for (Element bind : children(model, "bind")) {
            binds.putIfAbsent(bind.getAttribute("nodeset"), bind);
        }
        children(model, "itext").stream().findFirst().ifPresent(this::collectTexts);
    }

    /** Empty when the document is not an XForm at all. */
    static Optional<FormTree> of(Document document) {
        Element html = document.getDocumentElement();
        if (!"html".equals(html.getLocalName()) || !XHTML.equals(html.getNamespaceURI())) {
            return Optional.empty();
        }
        Optional<Element> model = children(html, "head").stream()
                .flatMap(head -> children(head, "model").stream())
                .findFirst();
        Optional<Element> body = children(html, "body").stream().findFirst();
        Optional<Element> root = model.flatMap(
                        element -> children(element, "instance").stream().findFirst())
                .flatMap(instance -> children(instance).stream().findFirst());
        if (model.isEmpty() || body.isEmpty() || root.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FormTree(html, model.get(), body.get(), root.get()));
    }

    Element root() {
        return root;
    }

    Element model() {
        return model;
    }

    Element body() {
        return body;
    }

    String rootPath() {
        return "/" + root.getLocalName();
    }

    String title() {
        return children(html, "head").stream()
                .flatMap(head -> children(head, "title").stream())
                .map(title -> title.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    /** Binds by the node they are about. */
    Map<String, Element> binds() {
        return binds;
    }

    Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        binds.forEach((node, bind) -> types.put(node, typeOf(bind)));
        return types;
    }

    /** The data type without its namespace; a bind that says none is about a string. */
    static String typeOf(@Nullable Element bind) {
        String type = bind == null ? "" : bind.getAttribute("type");
        return type.isEmpty() ? "string" : type.substring(type.indexOf(':') + 1);
    }

    /** Absolute paths of the primary instance, attributes as {@code /data/meta/entity/@id}. */
    Set<String> nodes() {
        return nodes;
    }

    /** Texts by language, the default language first. */
    Map<String, Map<String, String>> texts() {
        return texts;
    }

    /** All texts of all languages. */
    List<Element> translated() {
        return children(model, "itext").stream()
                .flatMap(itext -> children(itext, "translation").stream())
                .flatMap(translation -> children(translation, "text").stream())
                .toList();
    }

    List<Element> externalInstances() {
        return children(model, "instance").stream()
                .filter(instance -> instance.hasAttribute("src"))
                .toList();
    }

    /** How an expression names an instance. */
    static Pattern naming(Element instance) {
        return Pattern.compile("instance\\(\\s*['\"]" + Pattern.quote(instance.getAttribute("id")) + "['\"]\\s*\\)");
    }

    Optional<Element> findInstance(String id) {
        return children(model, "instance").stream()
                .filter(instance -> instance.getAttribute("id").equals(id))
                .findFirst();
    }

    /** All controls, groups and repeats of the body, in order. */
    List<Element> bodyElements() {
        List<Element> all = new ArrayList<>();
        collectBody(body, all);
        return all;
    }

    /** The words of a label, hint or message in Indonesian and English; a form in one language says the same in both. */
    @Nullable Words words(@Nullable Element label) {
        if (label == null) {
            return null;
        }
        String ref = label.getAttribute("ref");
        return ref.isEmpty() ? Words.same(plain(label)) : wordsOf(ref);
    }

    /** The words behind {@code jr:itext('id')}, or the text itself. */
    Words wordsOf(String ref) {
        Optional<String> id = itextId(ref);
        if (id.isEmpty()) {
            return Words.same(ref);
        }
        return new Words(text(id.get(), "(id)", "indonesia"), text(id.get(), "(en)", "english"));
    }

    static Optional<String> itextId(String ref) {
        String inner = ref.strip();
        if (!inner.startsWith("jr:itext(") || !inner.endsWith(")")) {
            return Optional.empty();
        }
        return Optional.of(inner.substring(9, inner.length() - 1).strip().replaceAll("^['\"]|['\"]$", ""));
    }

    private String text(String id, String code, String name) {
        for (Map.Entry<String, Map<String, String>> language : texts.entrySet()) {
            String key = language.getKey().toLowerCase(Locale.ROOT);
            if (key.contains(code) || key.contains(name)) {
                return language.getValue().getOrDefault(id, id);
            }
        }
        return texts.values().stream()
                .findFirst()
                .map(first -> first.getOrDefault(id, id))
                .orElse(id);
    }

    private void collectTexts(Element itext) {
        List<Element> translations = new ArrayList<>(children(itext, "translation"));
        translations.sort((one, other) -> Boolean.compare(other.hasAttribute("default"), one.hasAttribute("default")));
        for (Element translation : translations) {
            Map<String, String> byId = new HashMap<>();
            for (Element text : children(translation, "text")) {
                children(text, "value").stream()
                        .filter(value -> !value.hasAttribute("form"))
                        .findFirst()
                        .ifPresent(value -> byId.put(text.getAttribute("id"), plain(value)));
            }
            texts.put(translation.getAttribute("lang"), byId);
        }
    }

    private void collectNodes(Element element, String path) {
        nodes.add(path);
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            nodes.add(path + "/@" + element.getAttributes().item(i).getLocalName());
        }
        for (Element child : children(element)) {
            collectNodes(child, path + "/" + child.getLocalName());
        }
    }

    private static void collectBody(Element parent, List<Element> all) {
        for (Element child : children(parent)) {
            String name = child.getLocalName();
            if (CONTROLS.contains(name)) {
                all.add(child);
            } else if (name.equals("group") || name.equals("repeat")) {
                all.add(child);
                collectBody(child, all);
            }
        }
    }

    private static String plain(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element) {
                text.append('…');
            } else if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return text.toString().strip();
    }

    static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .toList();
    }

    static @Nullable Element child(Element parent, String name) {
        return children(parent, name).stream().findFirst().orElse(null);
    }

    /** What a control, group or repeat is about: its {@code ref}, {@code nodeset} or the node of its {@code bind}. */
    String reference(Element control) {
        for (String attribute : List.of("nodeset", "ref")) {
            if (control.hasAttribute(attribute)) {
                return control.getAttribute(attribute);
            }
        }
        String id = control.getAttribute("bind");
        return children(model, "bind").stream()
                .filter(bind -> !id.isEmpty() && bind.getAttribute("id").equals(id))
                .map(bind -> bind.getAttribute("nodeset"))
                .findFirst()
                .orElse("");
    }
}
