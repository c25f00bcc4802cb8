package id.tuntas.access;

/** What a person can be allowed to do; {@link #key} is what screens see. */
public enum Verb {
    ROSTER_IMPORT("roster.import"),
    ROSTER_COMMIT("roster.commit"),
    ROUND_MANAGE("round.manage"),
    FORM_MANAGE("form.manage"),
    CASE_READ("case.read"),
    CASE_ASSIGN("case.assign"),
    VISIT_SUBMIT("visit.submit"),
    VISIT_REVIEW("visit.review"),
    PETITION_READ("petition.read"),
    VISIT_SAMPLE("visit.sample"),
    PROGRAMME_READ("programme.read"),
    PROGRAMME_MANAGE("programme.manage"),
    NEED_CONFIRM("need.confirm"),
    /** For the agencies that a person answers for, and no others. */
    INTERVENTION_WORK("intervention.work"),
    INTERVENTION_MANAGE("intervention.manage"),
    DELIBERATION_RECORD("deliberation.record"),
    DELIBERATION_REOPEN("deliberation.reopen"),
    DECREE_LOCK("decree.lock"),
    GRADUATION_DECIDE("graduation.decide"),
    PROGRESS_READ("progress.read"),
    LEDGER_READ("ledger.read"),
    USER_MANAGE("user.manage"),
    NIK_UNMASK("nik.unmask"),
    DEVICE_MANAGE("device.manage"),
    EXPORT_IMPORT("export.import"),
    DEMO_PLAY("demo.play");

    private final String key;

    Verb(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
