package id.tuntas.rounds.internal;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.EvidenceRules;
import id.tuntas.forms.PhotoKind;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.rounds.DatedPovertyLine;
import id.tuntas.rounds.NewRound;
import id.tuntas.rounds.RoundState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A round as a page sends it; what may be left out gets the house's usual value. */
record RoundForm(
        @Nullable String code,
        @Nullable String name,
        @Nullable LocalDate opens,
        @Nullable LocalDate deadline,
        @Nullable LocalDate zeroDate,
        @Nullable String formId,
        @Nullable String formVersion,
        @Nullable List<LineForm> povertyLines,
        @Nullable Map<String, List<String>> evidence,
        @Nullable Integer attemptsBeforeNotFound,
        @Nullable Integer answerDays,
        @Nullable Integer phoneDays,
        @Nullable String state) {

    record LineForm(
            @Nullable LocalDate from,
            @Nullable Long extreme,
            @Nullable Long poor) {}

    /** Throws {@link Refusal} 422 naming every field that is missing or cannot be read. */
    NewRound toRound() {
        List<FieldProblem> problems = new ArrayList<>();
        requireAll(problems);
        List<DatedPovertyLine> lines = lines(problems);
        EvidenceRules rules = evidence == null ? EvidenceRules.standard() : rules(evidence, problems);
        Optional<RoundState> wanted = state == null ? Optional.of(RoundState.DRAFT) : RoundState.findByKey(state);
        if (wanted.isEmpty()) {
            problems.add(new FieldProblem("/state", "unknown", List.of()));
        }
        if (code == null
                || opens == null
                || deadline == null
                || zeroDate == null
                || formId == null
                || formVersion == null
                || !problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new NewRound(
                code.strip(),
                name == null ? "" : name.strip(),
                opens,
                deadline,
                zeroDate,
                formId,
                formVersion,
                lines,
                rules,
                attemptsBeforeNotFound == null ? NewRound.DEFAULT_ATTEMPTS : attemptsBeforeNotFound,
                answerDays == null ? NewRound.DEFAULT_ANSWER_DAYS : answerDays,
                phoneDays == null ? NewRound.DEFAULT_PHONE_DAYS : phoneDays,
                wanted.orElseThrow());
    }

    private void requireAll(List<FieldProblem> problems) {
        require(problems, "/code", code);
        require(problems, "/name", name);
        require(problems, "/opens", opens);
        require(problems, "/deadline", deadline);
        require(problems, "/zeroDate", zeroDate);
        require(problems, "/formId", formId);
        require(problems, "/formVersion", formVersion);
        require(problems, "/povertyLines", povertyLines);
    }

    private static void require(List<FieldProblem> problems, String pointer, @Nullable Object value) {
        if (value == null) {
            problems.add(new FieldProblem(pointer, "required", List.of()));
        }
    }

    private List<DatedPovertyLine> lines(List<FieldProblem> problems) {
        List<DatedPovertyLine> lines = new ArrayList<>();
        for (LineForm line : povertyLines == null ? List.<LineForm>of() : povertyLines) {
            String pointer = "/povertyLines/" + lines.size();
            require(problems, pointer + "/from", line.from());
            require(problems, pointer + "/extreme", line.extreme());
            require(problems, pointer + "/poor", line.poor());
            lines.add(new DatedPovertyLine(
                    line.from() == null ? LocalDate.MIN : line.from(),
                    line.extreme() == null ? 0 : line.extreme(),
                    line.poor() == null ? 0 : line.poor()));
        }
        return lines;
    }

    private static EvidenceRules rules(Map<String, List<String>> evidence, List<FieldProblem> problems) {
        Map<ContactResult, List<PhotoKind>> required = new EnumMap<>(ContactResult.class);
        evidence.forEach((contact, photos) -> {
            List<PhotoKind> kinds = new ArrayList<>();
            for (String photo : photos) {
                PhotoKind.findByKey(photo)
                        .ifPresentOrElse(
                                kinds::add,
                                () -> problems.add(new FieldProblem(
                                        "/evidence/" + contact + "/" + kinds.size(), "unknown", List.of())));
            }
            ContactResult.findByKey(contact)
                    .ifPresentOrElse(
                            result -> required.put(result, kinds),
                            () -> problems.add(new FieldProblem("/evidence/" + contact, "unknown", List.of())));
        });
        return new EvidenceRules(required);
    }
}
