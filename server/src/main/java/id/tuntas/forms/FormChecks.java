package id.tuntas.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.xpath.XPathParseTool;
import org.javarosa.xpath.parser.XPathSyntaxException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The mistakes that an author can mend only when he is told the node. JavaRosa names it for some of them and in English;
 * so they are looked for here first.
 */
final class FormChecks {
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final List<String> LOGIC = List.of("relevant", "required", "constraint", "calculate", "readonly");

    private final FormTree form;
    private final List<FormProblem> problems = new ArrayList<>();

    private FormChecks(FormTree form) {
        this.form = form;
    }

    static List<FormProblem> run(FormTree form) {
        FormChecks checks = new FormChecks(form);
        checks.identity();
        checks.binds();
        checks.controls();
        checks.externalInstances();
        return checks.problems;
    }

    private void identity() {
        String root = form.rootPath();
        if (form.root().getAttribute("id").isBlank()) {
            add(
                    "form-id-missing",
                    root,
                    new Words("Formulir tidak punya id.", "The form has no id."),
                    new Words("Tulis atribut id pada " + root + ".", "Write the attribute id on " + root + "."));
        }
        if (form.root().getAttribute("version").isBlank()) {
            add(
                    "version-missing",
                    root,
                    new Words("Formulir tidak punya versi.", "The form has no version."),
                    new Words(
                            "Tulis atribut version pada " + root + ", misalnya 2023020301.",
                            "Write the attribute version on " + root + ", for example 2023020301."));
        }
        if (!form.nodes().contains(root + "/meta/instanceID")) {
            add(
                    "instance-id-missing",
                    root + "/meta/instanceID",
                    new Words(
                            "Tanpa instanceID, kiriman yang sama tidak dapat dikenali.",
                            "Without an instanceID the same submission can't be recognised."),
                    new Words(
                            "Tambahkan meta/instanceID di bawah " + root + ".",
                            "Add meta/instanceID below " + root + "."));
        }
    }

    private void binds() {
        for (Map.Entry<String, Element> entry : form.binds().entrySet()) {
            String node = entry.getKey();
            if (node.startsWith("/") && !form.nodes().contains(node)) {
                unknownNode("bind-unknown-node", node, node, "bind");
            }
            for (String attribute : LOGIC) {
                expression(node, attribute, entry.getValue().getAttribute(attribute));
            }
            for (String attribute : List.of("constraintMsg", "requiredMsg")) {
                String message = entry.getValue().getAttributeNS(FormTree.JAVAROSA, attribute);
                text(node, message);
            }
        }
    }

    private void controls() {
        for (Element element : form.bodyElements()) {
            String node = form.reference(element);
            String name = element.getLocalName();
            if (node.isEmpty() && !name.equals("group")) {
                add(
                        "control-without-node",
                        null,
                        new Words("Ada pertanyaan <" + name + "> tanpa ref.", "A question <" + name + "> has no ref."),
                        new Words("Tulis ref ke simpul jawabannya.", "Write a ref to the node of its answer."));
            } else if (node.startsWith("/") && !form.nodes().contains(node)) {
                unknownNode("control-unknown-node", node, node, name);
            }
            expression(node, "jr:count", element.getAttributeNS(FormTree.JAVAROSA, "count"));
            for (String part : List.of("label", "hint")) {
                Element words = FormTree.child(element, part);
                if (words != null) {
                    text(node, words.getAttribute("ref"));
                }
            }
            choices(node, element);
        }
    }

    private void choices(String node, Element control) {
        if (!control.getLocalName().startsWith("select")) {
            return;
        }
        List<Element> items = FormTree.children(control, "item");
        Element itemset = FormTree.child(control, "itemset");
        if (items.isEmpty() && itemset == null) {
            add(
                    "choices-missing",
                    node,
                    new Words("Pertanyaan pilihan tanpa pilihan.", "A choice question without choices."),
                    new Words("Tambahkan item atau itemset.", "Add items or an itemset."));
        }
        Set<String> codes = new HashSet<>();
        for (Element item : items) {
            Element value = FormTree.child(item, "value");
            String code = value == null ? "" : value.getTextContent().strip();
            if (code.isEmpty() || !codes.add(code)) {
                add(
                        code.isEmpty() ? "choice-without-value" : "choice-duplicate",
                        node,
                        new Words(
                                "Pilihan tanpa nilai atau bernilai sama: “" + code + "”.",
                                "A choice without value, or the same value twice: “" + code + "”."),
                        new Words("Beri setiap pilihan nilai sendiri.", "Give each choice a value of its own."));
            }
            Element label = FormTree.child(item, "label");
            if (label != null) {
                text(node, label.getAttribute("ref"));
            }
        }
    }

    private void externalInstances() {
        for (Element instance : form.externalInstances()) {
            String source = instance.getAttribute("src");
            if (!source.startsWith("jr://file/") && !source.startsWith("jr://file-csv/")) {
                add(
                        "external-source",
                        null,
                        new Words(
                                "Daftar luar “" + source + "” tidak dapat dipakai.",
                                "The external list “" + source + "” can't be used."),
                        new Words(
                                "Pakai jr://file-csv/NAMA.csv atau jr://file/NAMA.xml.",
                                "Use jr://file-csv/NAME.csv or jr://file/NAME.xml."));
            }
        }
    }

    private void expression(String node, String attribute, String expression) {
        if (expression.isBlank()) {
            return;
        }
        try {
            XPathParseTool.parseXPath(expression);
        } catch (XPathSyntaxException | RuntimeException broken) {
            add(
                    "expression-syntax",
                    node,
                    new Words(
                            "Rumus " + attribute + " tidak dapat dibaca: " + expression,
                            "The expression of " + attribute + " can't be read: " + expression),
                    new Words(
                            "Periksa tanda kurung, tanda kutip dan operator.",
                            "Check brackets, quotes and operators."));
            return;
        }
        String root = Pattern.quote(form.rootPath());
        Matcher paths = Pattern.compile(root + "(?:/@?[\\p{L}_][\\p{L}\\p{N}_.-]*)+")
                .matcher(QUOTED.matcher(expression).replaceAll("''"));
        while (paths.find()) {
            if (!form.nodes().contains(paths.group())) {
                unknownNode("expression-unknown-node", node, paths.group(), attribute);
            }
        }
    }

    private void text(String node, String reference) {
        FormTree.itextId(reference).ifPresent(id -> {
            List<String> missing = form.texts().entrySet().stream()
                    .filter(language -> !language.getValue().containsKey(id))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!missing.isEmpty() || form.texts().isEmpty()) {
                String where = String.join(", ", missing);
                add(
                        "text-missing",
                        node,
                        new Words(
                                "Teks “" + id + "” tidak ada dalam: " + where,
                                "The text “" + id + "” is missing in: " + where),
                        new Words("Tambahkan teks itu dalam itext.", "Add that text to itext."));
            }
        });
    }

    private void unknownNode(String code, @Nullable String node, String unknown, String where) {
        add(
                code,
                node,
                new Words(
                        where + " menunjuk ke " + unknown + ", yang tidak ada dalam formulir.",
                        where + " points at " + unknown + ", which is not in the form."),
                new Words(
                        "Betulkan ejaannya, atau tambahkan simpul itu ke instance pertama.",
                        "Correct its spelling, or add that node to the first instance."));
    }

    private void add(String code, @Nullable String node, Words message, Words mend) {
        problems.add(new FormProblem(code, node, 0, message, mend));
    }
}
