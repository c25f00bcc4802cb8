package id.tuntas.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The roles of the house and what each may do inside its region. */
public enum Role {
    OFFICER("officer", EnumSet.of(Verb.VISIT_SUBMIT)),
    DISTRICT_COORDINATOR(
            "districtCoordinator",
            EnumSet.of(
                    Verb.CASE_READ,
                    Verb.CASE_ASSIGN,
                    Verb.VISIT_REVIEW,
                    Verb.PETITION_READ,
                    Verb.DELIBERATION_RECORD,
                    Verb.PROGRESS_READ,
                    Verb.PROGRAMME_READ,
                    Verb.NEED_CONFIRM,
                    Verb.NIK_UNMASK,
                    Verb.DEVICE_MANAGE,
                    Verb.EXPORT_IMPORT)),
    REGENCY_COORDINATOR("regencyCoordinator", EnumSet.complementOf(EnumSet.of(Verb.VISIT_SUBMIT, Verb.DECREE_LOCK))),
    /** The regent's own office: it locks what others have found, and finds nothing itself. */
    REGENT_OFFICE(
            "regentOffice",
            EnumSet.of(
                    Verb.CASE_READ,
                    Verb.PETITION_READ,
                    Verb.PROGRESS_READ,
                    Verb.PROGRAMME_READ,
                    Verb.LEDGER_READ,
                    Verb.DECREE_LOCK)),
    AGENCY("agency", EnumSet.of(Verb.PROGRESS_READ, Verb.PROGRAMME_READ, Verb.INTERVENTION_WORK)),
    LEADER("leader", EnumSet.of(Verb.PROGRESS_READ, Verb.PROGRAMME_READ)),
    AUDITOR(
            "auditor",
            EnumSet.of(Verb.CASE_READ, Verb.PETITION_READ, Verb.PROGRESS_READ, Verb.PROGRAMME_READ, Verb.LEDGER_READ)),
    ADMIN(
            "admin",
            EnumSet.of(
                    Verb.USER_MANAGE,
                    Verb.DEVICE_MANAGE,
                    Verb.FORM_MANAGE,
                    Verb.ROUND_MANAGE,
                    Verb.PROGRAMME_READ,
                    Verb.PROGRAMME_MANAGE,
                    Verb.LEDGER_READ));

    /** What makes the list that is locked, or appoints who makes it. */
    private static final Set<Verb> BEFORE_THE_LOCK = EnumSet.of(
            Verb.VISIT_SUBMIT, Verb.VISIT_REVIEW, Verb.DELIBERATION_RECORD, Verb.ROUND_MANAGE, Verb.USER_MANAGE);

    private final String key;
    private final Set<Verb> verbs;

    Role(String key, Set<Verb> verbs) {
        this.key = key;
        this.verbs = verbs;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public boolean may(Verb verb) {
        return verbs.contains(verb);
    }

    public Set<Verb> verbs() {
        return EnumSet.copyOf(verbs);
    }

    /** Whether only an administrator gives it, and touches the account of who has it. */
    public boolean guarded() {
        return this == ADMIN || this == REGENT_OFFICE;
    }

    /** Whether one person may hold both: who locks the list has no part in making it. */
    public boolean goesWith(Role other) {
        return !(may(Verb.DECREE_LOCK) && other.hasAPartBeforeTheLock()
                || other.may(Verb.DECREE_LOCK) && hasAPartBeforeTheLock());
    }

    private boolean hasAPartBeforeTheLock() {
        return !Collections.disjoint(verbs, BEFORE_THE_LOCK);
    }

    public static Optional<Role> ofKey(String key) {
        return Arrays.stream(values()).filter(role -> role.key.equals(key)).findFirst();
    }
}
