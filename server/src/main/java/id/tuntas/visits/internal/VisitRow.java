package id.tuntas.visits.internal;

import id.tuntas.cases.FamilyCase;
import id.tuntas.forms.Answers;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.forms.FindingProposal;
import id.tuntas.forms.PovertyLine;
import id.tuntas.forms.SubmissionFinding;
import id.tuntas.forms.VervalAnswers;
import id.tuntas.forms.VervalAnswers.Location;
import id.tuntas.platform.BusinessClock;
import id.tuntas.rounds.Round;
import id.tuntas.visits.Revisit;
import id.tuntas.visits.VisitState;
import id.tuntas.visits.internal.WaitingSubmissions.StoredSubmission;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A visit about to be written.
 *
 * @param region village of the family or of the proposed one; where neither is known, the officer's own region
 */
record VisitRow(
        StoredSubmission submission,
        Reading reading,
        @Nullable FamilyCase family,
        @Nullable Round round,
        @Nullable Revisit revisit,
        String region,
        int revision,
        VisitState state) {

    Instant visitedAt() {
        return reading.visitedAt(submission.receivedAt(), submission.skewSeconds());
    }

    @Nullable PovertyLine line() {
        return round == null ? null : round.povertyLineOn(BusinessClock.dayOf(visitedAt()));
    }

    @Nullable Finding proposed() {
        PovertyLine line = line();
        return line == null
                ? null
                : FindingProposal.of(reading.verval(), line).finding().orElse(null);
    }

    Answers.Group answers() {
        return reading.answers().root();
    }

    List<SubmissionFinding> findings() {
        return reading.findings();
    }

    Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("regency", submission.regencyCode());
        values.put("id", submission.id());
        values.put("family", family == null ? null : family.id());
        values.put("round", round == null ? null : round.id());
        values.put("revisit", revisit == null ? null : revisit.id());
        values.put("region", region);
        values.put("district", family == null ? null : family.districtCode());
        values.put("village", family == null ? null : family.villageCode());
        values.put("officer", submission.officerId());
        values.put("instance", submission.instanceId());
        values.put("deprecated", submission.deprecatedId());
        values.put("revision", revision);
        values.put("state", state.key());
        values.put("form", submission.formId());
        values.put("formVersion", submission.formVersion());
        values.put("receivedAt", Timestamp.from(submission.receivedAt()));
        values.put("fileNames", submission.fileNames());
        said(values);
        return values;
    }

    private void said(Map<String, @Nullable Object> values) {
        VervalAnswers verval = reading.verval();
        ContactResult contact = verval.contact().result();
        Finding proposed = proposed();
        PovertyLine line = line();
        Location location = verval.location();
        values.put("named", verval.caseNumber());
        values.put("contact", contact == null ? null : contact.code());
        values.put("proposed", proposed == null ? null : proposed.code());
        values.put("lineExtreme", line == null ? null : line.extreme());
        values.put("linePoor", line == null ? null : line.poor());
        values.put("visitedAt", Timestamp.from(visitedAt()));
        Instant phoneTime = reading.phoneTime();
        values.put("phoneTime", phoneTime == null ? null : Timestamp.from(phoneTime));
        values.put("skew", submission.skewSeconds());
        values.put("minutes", reading.minutes());
        values.put("people", verval.membersHere());
        values.put("expenditure", verval.livelihood().expenditure().orElse(null));
        values.put("income", verval.livelihood().income().orElse(null));
        values.put("lat", location == null ? null : location.latitude());
        values.put("lng", location == null ? null : location.longitude());
        values.put("accuracy", location == null ? null : location.accuracy());
    }
}
