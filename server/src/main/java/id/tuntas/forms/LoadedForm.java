package id.tuntas.forms;

import id.tuntas.forms.FormDefinition.FormQuestion;
import id.tuntas.forms.SubmissionFinding.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;

/** A form in JavaRosa, used for one submission after another by one thread at a time. */
final class LoadedForm {
    private final FormDef engine;
    private final TreeElement blank;
    private final FormDefinition form;
    private final Map<String, FormQuestion> questions = new HashMap<>();

    private LoadedForm(FormDef engine, FormDefinition form) {
        this.engine = engine;
        this.form = form;
        this.blank = engine.getMainInstance().getRoot().deepCopy(true);
        form.questions().forEach(question -> questions.put(question.path(), question));
    }

    static LoadedForm load(FormDefinition form) {
        try {
            return new LoadedForm(FormEngine.load(form, FormEngine.Mode.FOR_CHECKING), form);
        } catch (FormEngine.CannotLoadException refused) {
            throw new IllegalStateException("the form " + form.formId() + " was readable before", refused);
        }
    }

    List<SubmissionFinding> judge(byte[] submission, int daysAhead) {
        List<SubmissionFinding> findings = new ArrayList<>();
        fill(submission, findings);
        FormEntryModel model = new FormEntryModel(engine);
        FormEntryController controller = new FormEntryController(model);
        controller.jumpToIndex(FormIndex.createBeginningOfFormIndex());
        int event;
        while ((event = controller.stepToNextEvent()) != FormEntryController.EVENT_END_OF_FORM) {
            if (event == FormEntryController.EVENT_QUESTION) {
                judge(model.getFormIndex().getReference(), daysAhead, findings);
            }
        }
        return findings;
    }

    private void fill(byte[] submission, List<SubmissionFinding> findings) {
        try {
            TreeElement received = new ReceivedTree(form, questions, findings).read(submission, blank);
            TreeElement filled = blank.deepCopy(true);
            filled.populate(received, engine);
            engine.getMainInstance().setRoot(filled);
            engine.initialize(false, new InstanceInitializationFactory());
        } catch (XMLStreamException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private void judge(TreeReference reference, int daysAhead, List<SubmissionFinding> findings) {
        TreeElement node = engine.getMainInstance().resolveReference(reference);
        String path = reference.genericize().toString(false);
        FormQuestion question = questions.get(path);
        if (node == null || question == null) {
            return;
        }
        IAnswerData value = node.getValue();
        if (value == null) {
            boolean said =
                    findings.stream().anyMatch(finding -> numbered(reference).equals(finding.node()));
            if (node.isRequired() && !said) {
                findings.add(new SubmissionFinding(
                        Code.REQUIRED_MISSING,
                        numbered(reference),
                        new Words(
                                "Wajib diisi: " + question.label().id(),
                                "Required: " + question.label().en())));
            }
            return;
        }
        if (!engine.evaluateConstraint(reference, value) && !isSoundHere(reference, value, daysAhead)) {
            Words message = question.constraintMessage();
            findings.add(new SubmissionFinding(
                    Code.CONSTRAINT_BROKEN,
                    numbered(reference),
                    message == null
                            ? new Words(
                                    "Tidak boleh: " + question.label().id(),
                                    "Not allowed: " + question.label().en())
                            : message));
        }
    }

    private boolean isSoundHere(TreeReference reference, IAnswerData value, int daysAhead) {
        if (daysAhead <= 0 || !(value instanceof DateData day)) {
            return false;
        }
        LocalDate here = LocalDate.parse(day.uncast().getString()).minusDays(daysAhead);
        return engine.evaluateConstraint(reference, new DateData().cast(new UncastData(here.toString())));
    }

    /** JavaRosa counts every level; only the repeats' numbers mean something to a reader. */
    private String numbered(TreeReference reference) {
        StringBuilder path = new StringBuilder();
        StringBuilder plain = new StringBuilder();
        for (int level = 0; level < reference.size(); level++) {
            path.append('/').append(reference.getName(level));
            plain.append('/').append(reference.getName(level));
            if (form.repeats().contains(plain.toString())) {
                path.append('[').append(reference.getMultiplicity(level) + 1).append(']');
            }
        }
        return path.toString();
    }
}
