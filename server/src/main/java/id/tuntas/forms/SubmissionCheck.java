package id.tuntas.forms;

import id.tuntas.forms.SubmissionFinding.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * Checks submissions against one version of a form with JavaRosa: types, choices, what is required, constraints, all
 * under the form's own relevance. Safe for many threads: each check borrows a loaded form of its own.
 *
 * <p>What the client computed is taken as received, because the lists of that day are not at hand; whether the family
 * exists and belongs to this officer is asked elsewhere.
 */
public final class SubmissionCheck {
    private final FormDefinition form;
    private final ConcurrentLinkedQueue<LoadedForm> idle = new ConcurrentLinkedQueue<>();

    /** Judging is all computing, so more at a time would only load more forms. */
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    public SubmissionCheck(FormDefinition form) {
        this.form = form;
    }

    /**
     * All that does not fit, in the order of the form; empty when the submission is sound. Content never makes it throw.
     *
     * @throws UnreadableSubmissionException when the bytes are no submission at all
     */
    public List<SubmissionFinding> check(byte[] submission) {
        return check(submission, 0);
    }

    /**
     * The same for a phone whose calendar was {@code daysAhead} of ours: a day that breaks its constraint is sound when
     * the day that it was here is.
     */
    public List<SubmissionFinding> check(byte[] submission, int daysAhead) {
        Answers answers = Answers.read(submission, form.repeats());
        List<SubmissionFinding> findings = new ArrayList<>();
        if (!form.formId().equals(answers.formId())) {
            findings.add(new SubmissionFinding(
                    Code.FORM_OTHER,
                    null,
                    new Words(
                            "Kiriman ini milik formulir “" + answers.formId() + "”.",
                            "This submission belongs to the form “" + answers.formId() + "”.")));
            return findings;
        }
        if (!form.version().equals(answers.version())) {
            findings.add(new SubmissionFinding(
                    Code.VERSION_OTHER,
                    null,
                    new Words(
                            "Diisi dengan versi " + answers.version() + ", bukan " + form.version() + ".",
                            "Filled with version " + answers.version() + ", not " + form.version() + ".")));
        }
        if (answers.instanceId() == null) {
            findings.add(new SubmissionFinding(
                    Code.INSTANCE_ID_MISSING,
                    null,
                    new Words("Kiriman tanpa instanceID.", "The submission has no instanceID.")));
        }
        turns.acquireUninterruptibly();
        try {
            findings.addAll(judge(submission, daysAhead));
        } finally {
            turns.release();
        }
        PhoneRecord phone = PhoneRecord.in(answers);
        findings.removeIf(finding -> isExplained(finding, phone));
        return List.copyOf(findings);
    }

    /** Where the phone gives no place, its reason stands for it. */
    private boolean isExplained(SubmissionFinding finding, PhoneRecord phone) {
        String node = finding.node();
        return finding.code() == Code.REQUIRED_MISSING
                && node != null
                && "geopoint".equals(form.types().get(node.replaceAll("\\[\\d+]", "")))
                && phone.whyNoPlace(node).isPresent();
    }

    private List<SubmissionFinding> judge(byte[] submission, int daysAhead) {
        LoadedForm loaded = idle.poll();
        if (loaded == null) {
            loaded = LoadedForm.load(form);
        }
        List<SubmissionFinding> findings;
        try {
            findings = loaded.judge(submission, daysAhead);
        } catch (RuntimeException refused) {
            // The loaded form may be half filled now; it is not given back.
            return List.of(new SubmissionFinding(
                    Code.ENGINE_REFUSED,
                    null,
                    new Words(
                            "Kiriman tidak dapat diperiksa terhadap formulirnya: " + refused.getMessage(),
                            "The submission can't be checked against its form: " + refused.getMessage())));
        }
        idle.offer(loaded);
        return findings;
    }
}
