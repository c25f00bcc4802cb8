package id.tuntas.citizens.internal;

import id.tuntas.cases.CaseState;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.FamilyCodes;
import id.tuntas.citizens.DeclineReason;
import id.tuntas.citizens.PetitionKind;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Regency;
import id.tuntas.platform.SpokenCode;
import id.tuntas.regions.Regions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a code opens to whoever holds it. */
@Component
class OpenStatus {

    /** In place of a family that is not there, so that its answer takes as long. */
    private static final UUID NOBODY = new UUID(0, 0);

    /**
     * A petition as its sender sees it. While its family is visited it says no more than that: how far a family had come before would tell
     * that it is listed.
     *
     * @param stage received, visiting, decided or declined
     * @param answeredOn when it was decided or declined
     */
    record PetitionStatus(
            PetitionKind kind,
            String villageName,
            LocalDate receivedOn,
            LocalDate dueOn,
            boolean late,
            String stage,
            @Nullable LocalDate answeredOn,
            @Nullable DeclineReason declineReason) {}

    /**
     * A family's own status.
     *
     * @param stage toVisit, inReview, toMeeting, decided, decreed, helped, graduated or struck
     * @param reachedOn since when it stands where the decree or what followed it put it; null before
     * @param finding key of the one by the meeting's word where it holds another than the review; null before a meeting
     *     closed, and where nobody was met
     * @param contact key of what the visit met; null before a meeting closed
     */
    record FamilyStatus(
            String number,
            String villageName,
            String stage,
            @Nullable LocalDate visitedOn,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate reachedOn,
            @Nullable String finding,
            @Nullable String contact) {}

    private record Reached(String stage, LocalDate on) {}

    private record Decided(
            LocalDate on,
            @Nullable String finding,
            @Nullable String contact) {}

    private final JdbcClient jdbc;
    private final PetitionCodes codes;
    private final FamilyCodes familyCodes;
    private final Cases cases;
    private final Regions regions;
    private final Regency regency;
    private final BusinessClock clock;

    OpenStatus(
            JdbcClient jdbc,
            PetitionCodes codes,
            FamilyCodes familyCodes,
            Cases cases,
            Regions regions,
            Regency regency,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.familyCodes = familyCodes;
        this.cases = cases;
        this.regions = regions;
        this.regency = regency;
        this.clock = clock;
    }

    PetitionStatus ofPetition(SpokenCode code) {
        return jdbc.sql("select * from citizens.standing where regency_code = :regency and code_hash = :code")
                .param("regency", regency.code())
                .param("code", codes.digest(code))
                .query(this::petition)
                .optional()
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "code-unknown"));
    }

    private PetitionStatus petition(ResultSet row, int n) throws SQLException {
        Timestamp answered = row.getTimestamp("answered_at");
        LocalDate due = row.getObject("due_on", LocalDate.class);
        String declined = row.getString("decline_reason");
        String stage = row.getString("stage");
        return new PetitionStatus(
                PetitionKind.findByKey(row.getString("kind")).orElseThrow(),
                regions.name(row.getString("village_code")),
                day(row.getTimestamp("received_at")),
                due,
                answered == null && clock.today().isAfter(due),
                answered == null && !stage.equals("received") ? "visiting" : stage,
                answered == null ? null : day(answered),
                declined == null ? null : DeclineReason.ofCode(declined));
    }

    /** The same answer for a number that is not there and for a code that is another family's. */
    FamilyStatus ofFamily(String number, SpokenCode code) {
        Optional<FamilyCase> found = cases.findByNumber(regency.code(), number);
        boolean fits = familyCodes.fits(found.map(FamilyCase::id).orElse(NOBODY), code);
        return found.filter(family -> fits)
                .map(this::family)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "family-code-unknown"));
    }

    private FamilyStatus family(FamilyCase family) {
        Optional<Decided> decided = family.state() == CaseState.APPROVED ? decided(family) : Optional.empty();
        Optional<Reached> reached = reached(family, decided.map(Decided::on).orElse(LocalDate.MIN));
        Instant visited = family.visitedAt();
        return new FamilyStatus(
                family.number().text(),
                regions.name(family.villageCode()),
                reached.map(Reached::stage).orElse(decided.isPresent() ? "decided" : stage(family.state())),
                visited == null ? null : BusinessClock.dayOf(visited),
                decided.map(Decided::on).orElse(null),
                reached.map(Reached::on).orElse(null),
                decided.map(Decided::finding).orElse(null),
                decided.map(Decided::contact).orElse(null));
    }

    private static String stage(CaseState state) {
        return switch (state) {
            case LISTED, ASSIGNED -> "toVisit";
            case VISITED, RETURNED -> "inReview";
            case APPROVED -> "toMeeting";
        };
    }

    /** How far the decree and what followed it have brought a family. A meeting after a strike says more than the strike. */
    private Optional<Reached> reached(FamilyCase family, LocalDate decidedOn) {
        return jdbc.sql("""
                select g.from_on as graduated_on, c.change, c.holds_from, r.received_on
                from (select max(delivered_on) as received_on from interventions.received
                    where regency_code = :regency and family_id = :family) r
                left join (select change, holds_from from decrees.change where regency_code = :regency and family_id = :family
                    order by ordinal desc limit 1) c on true
                left join graduation.graduated g on g.regency_code = :regency and g.family_id = :family and g.until_on is null
                """)
                .param("regency", regency.code())
                .param("family", family.id())
                .query((row, n) -> reached(row, decidedOn))
                .single();
    }

    private static Optional<Reached> reached(ResultSet row, LocalDate decidedOn) throws SQLException {
        LocalDate graduated = row.getObject("graduated_on", LocalDate.class);
        LocalDate received = row.getObject("received_on", LocalDate.class);
        LocalDate holds = row.getObject("holds_from", LocalDate.class);
        boolean struck = "struck".equals(row.getString("change"));
        return reached("graduated", graduated)
                .or(() -> reached("struck", struck && !decidedOn.isAfter(holds) ? holds : null))
                .or(() -> reached("helped", struck ? null : received))
                .or(() -> reached("decreed", struck ? null : holds));
    }

    private static Optional<Reached> reached(String stage, @Nullable LocalDate on) {
        return Optional.ofNullable(on).map(day -> new Reached(stage, day));
    }

    /** What the last closed meeting decided on the visit that counts. */
    private Optional<Decided> decided(FamilyCase family) {
        return jdbc.sql("""
                select m.closed_at, coalesce(s.held, s.finding) as finding, s.contact from deliberation.standing s
                join deliberation.meeting m on m.regency_code = s.regency_code and m.id = s.meeting_id and m.state = 'closed'
                where s.regency_code = :regency and s.family_id = :family and s.visit_id = :visit and s.outcome <> 'revisit'
                order by m.edition desc limit 1
                """)
                .param("regency", regency.code())
                .param("family", family.id())
                .param("visit", family.visitId())
                .query((row, n) -> new Decided(
                        day(row.getTimestamp("closed_at")),
                        Optional.ofNullable(row.getString("finding"))
                                .flatMap(Finding::findByCode)
                                .map(Finding::key)
                                .orElse(null),
                        Optional.ofNullable(row.getString("contact"))
                                .flatMap(ContactResult::findByCode)
                                .map(ContactResult::key)
                                .orElse(null)))
                .optional();
    }

    private static LocalDate day(Timestamp at) {
        return BusinessClock.dayOf(at.toInstant());
    }
}
