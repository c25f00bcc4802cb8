package id.tuntas.forms;

import id.tuntas.forms.FormDefinition.FormChoice;
import id.tuntas.forms.FormDefinition.FormQuestion;
import id.tuntas.forms.FormDefinition.QuestionType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The questions of a form as a person sees them. */
final class FormQuestions {
    private static final Pattern INSTANCE = Pattern.compile("instance\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)");

    private final FormTree form;

    FormQuestions(FormTree form) {
        this.form = form;
    }

    List<FormQuestion> list() {
        List<FormQuestion> questions = new ArrayList<>();
        for (Element element : form.bodyElements()) {
            if (FormTree.CONTROLS.contains(element.getLocalName())) {
                questions.add(question(element));
            }
        }
        return questions;
    }

    private FormQuestion question(Element control) {
        String path = form.reference(control);
        Element bind = form.binds().get(path);
        Words label = form.words(FormTree.child(control, "label"));
        String message = bind == null ? "" : bind.getAttributeNS(FormTree.JAVAROSA, "constraintMsg");
        return new FormQuestion(
                path,
                type(control, bind),
                label == null ? Words.same(path) : label,
                form.words(FormTree.child(control, "hint")),
                page(control),
                message.isEmpty() ? null : form.wordsOf(message),
                choices(control));
    }

    private @Nullable Words page(Element control) {
        for (Node parent = control.getParentNode();
                parent instanceof Element element;
                parent = parent.getParentNode()) {
            if (element.getLocalName().equals("group")) {
                return form.words(FormTree.child(element, "label"));
            }
        }
        return null;
    }

    private List<FormChoice> choices(Element control) {
        List<FormChoice> choices = new ArrayList<>();
        for (Element item : FormTree.children(control, "item")) {
            Element value = FormTree.child(item, "value");
            if (value != null) {
                choices.add(choice(value.getTextContent().strip(), form.words(FormTree.child(item, "label"))));
            }
        }
        Element itemset = FormTree.child(control, "itemset");
        if (itemset != null) {
            Matcher matcher = INSTANCE.matcher(itemset.getAttribute("nodeset"));
            if (matcher.find()) {
                form.findInstance(matcher.group(1)).ifPresent(list -> addItems(list, itemset, choices));
            }
        }
        return choices;
    }

    /** Choices of a list inside the form or given with it; one of the office depends on who fills the form and is left out. */
    private void addItems(Element instance, Element itemset, List<FormChoice> choices) {
        Element value = FormTree.child(itemset, "value");
        Element label = FormTree.child(itemset, "label");
        if (value == null) {
            return;
        }
        String labelRef = label == null ? "" : label.getAttribute("ref");
        for (Element root : FormTree.children(instance)) {
            for (Element item : FormTree.children(root, "item")) {
                Element code = FormTree.child(item, value.getAttribute("ref"));
                if (code != null) {
                    choices.add(choice(code.getTextContent().strip(), itemLabel(item, labelRef)));
                }
            }
        }
    }

    private @Nullable Words itemLabel(Element item, String labelRef) {
        boolean translated = labelRef.startsWith("jr:itext(");
        String column = translated ? labelRef.substring(9, labelRef.length() - 1) : labelRef;
        Element cell = column.isBlank() ? null : FormTree.child(item, column.strip());
        if (cell == null) {
            return null;
        }
        String text = cell.getTextContent().strip();
        return translated ? form.wordsOf("jr:itext('" + text + "')") : Words.same(text);
    }

    private static FormChoice choice(String code, @Nullable Words label) {
        return new FormChoice(code, label == null ? Words.same(code) : label);
    }

    private static QuestionType type(Element control, @Nullable Element bind) {
        String type = FormTree.typeOf(bind);
        return switch (control.getLocalName()) {
            case "select1" -> QuestionType.SELECT_ONE;
            case "select", "rank" -> QuestionType.SELECT_MANY;
            case "trigger" -> QuestionType.NOTE;
            case "upload" ->
                control.getAttribute("mediatype").startsWith("image/") ? QuestionType.IMAGE : QuestionType.FILE;
            default ->
                switch (type) {
                    case "int", "integer" -> QuestionType.INTEGER;
                    case "decimal" -> QuestionType.DECIMAL;
                    case "date" -> QuestionType.DATE;
                    case "time" -> QuestionType.TIME;
                    case "dateTime" -> QuestionType.DATE_TIME;
                    case "geopoint", "geotrace", "geoshape" -> QuestionType.LOCATION;
                    default ->
                        bind != null && bind.getAttribute("readonly").equals("true()")
                                ? QuestionType.NOTE
                                : QuestionType.TEXT;
                };
        };
    }
}
