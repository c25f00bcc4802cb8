package id.tuntas.interventions.internal;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.interventions.Gaps;
import id.tuntas.interventions.Interventions;
import id.tuntas.interventions.Interventions.Request;
import id.tuntas.interventions.Lack;
import id.tuntas.interventions.internal.Convergence.Counts;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Page;
import id.tuntas.programmes.Agencies;
import id.tuntas.programmes.Agencies.Agency;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Needs;
import id.tuntas.programmes.Programme;
import id.tuntas.programmes.Programmes;
import id.tuntas.regions.Regions;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** How far the families' needs are met, worked out when somebody looks. */
@Component
class ConvergenceQueries implements Gaps {

    /** @param name null for a need, and for what no agency was asked for */
    record CountsView(String key, @Nullable String name, int needs, Map<String, Integer> lacks, long longest) {}

    /**
     * @param families that need something
     * @param converged those of them of which each need is met
     * @param met needs with a received programme whose term is not over
     * @param unshown programmes received by an officer's word without a place or a photo
     */
    record Summary(
            LocalDate asOf,
            int families,
            int converged,
            int needs,
            int met,
            int unshown,
            List<CountsView> byNeed,
            List<CountsView> byVillage,
            List<CountsView> byAgency,
            List<MeansView> means) {}

    record MeansView(String areaName, @JsonUnwrapped Means means) {}

    /**
     * An open family: why it is not at zero yet.
     *
     * @param needs how many it has; where no gap is left all were received and it waits to be seen again
     */
    record OpenFamily(UUID caseId, String number, String name, String villageName, int needs, List<OpenGap> gaps) {}

    record OpenGap(
            Need need,
            Lack lack,
            @Nullable String agency,
            @Nullable String programme,
            LocalDate since,
            long days,
            List<Offer> offers) {

        static OpenGap of(Gap gap) {
            return new OpenGap(
                    gap.need(), gap.lack(), gap.agency(), gap.programme(), gap.since(), gap.days(), gap.offers());
        }
    }

    /** Which gaps are looked at; null where all are. @param agency its id, or {@link Gaps#NO_AGENCY} */
    record Filter(
            @Nullable Need need,
            @Nullable Lack lack,
            @Nullable String village,
            @Nullable String agency) {

        /** Whether a family is shown of which nothing lacks. */
        boolean takesThoseWithoutGap() {
            return need == null && lack == null && agency == null;
        }

        Predicate<Gap> gaps() {
            return gap -> (need == null || gap.need() == need)
                    && (lack == null ? gap.lack() != Lack.NOTHING : gap.lack() == lack)
                    && (agency == null || gap.agencyKey().equals(agency));
        }
    }

    private final JdbcClient jdbc;
    private final Needs needs;
    private final Programmes programmes;
    private final Interventions interventions;
    private final Agencies agencies;
    private final Regions regions;
    private final BusinessClock clock;

    ConvergenceQueries(
            JdbcClient jdbc,
            Needs needs,
            Programmes programmes,
            Interventions interventions,
            Agencies agencies,
            Regions regions,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.needs = needs;
        this.programmes = programmes;
        this.interventions = interventions;
        this.agencies = agencies;
        this.regions = regions;
        this.clock = clock;
    }

    /** All of one moment: families may come to need something while this is read. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Summary summary(Actor actor) {
        Convergence convergence = of(actor, Verb.PROGRESS_READ);
        Map<String, String> names = agencies.list(actor.regencyCode()).stream()
                .collect(toMap(agency -> agency.id().toString(), Agency::name));
        List<Counts> byNeed = convergence.byNeed();
        return new Summary(
                clock.today(),
                convergence.families().size(),
                convergence.converged(),
                byNeed.stream().mapToInt(Counts::needs).sum(),
                byNeed.stream()
                        .mapToInt(one -> one.lacks().getOrDefault(Lack.NOTHING, 0))
                        .sum(),
                unshown(actor),
                byNeed.stream().map(one -> view(one, null)).toList(),
                convergence.byVillage().stream()
                        .map(one -> view(one, regions.name(one.key())))
                        .toList(),
                convergence.byAgency().stream()
                        .map(one -> view(one, names.get(one.key())))
                        .toList(),
                convergence.means().stream()
                        .map(one -> new MeansView(regions.name(one.area()), one))
                        .toList());
    }

    private int unshown(Actor actor) {
        return jdbc.sql("""
                select count(*) from interventions.received r
                join cases.family f on f.regency_code = r.regency_code and f.id = r.family_id
                where r.regency_code = :regency and f.village_code like any(:scope) and not r.shown
                """)
                .param("regency", actor.regencyCode())
                .param("scope", actor.scope(Verb.PROGRESS_READ))
                .query(Integer.class)
                .single();
    }

    private static CountsView view(Counts counts, @Nullable String name) {
        Map<String, Integer> lacks = new HashMap<>();
        counts.lacks().forEach((lack, count) -> lacks.put(lack.key(), count));
        return new CountsView(counts.key(), name, counts.needs(), lacks, counts.longest());
    }

    /**
     * Open families with the gaps that the filter asks for, without a filter those that lack nothing too, by village and number, of one moment.
     *
     * @param after the last family seen
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<OpenFamily> families(Actor actor, Filter filter, @Nullable UUID after, int limit) {
        List<OpenFamily> open = of(actor, Verb.CASE_READ).all().stream()
                .filter(one ->
                        filter.village() == null || one.family().village().equals(filter.village()))
                .map(one -> view(one, filter.gaps()))
                .filter(one -> !one.gaps().isEmpty() || filter.takesThoseWithoutGap())
                .dropWhile(one -> after != null && !one.caseId().equals(after))
                .skip(after == null ? 0 : 1)
                .limit(limit + 1L)
                .toList();
        return Page.of(open, limit, one -> one.caseId().toString());
    }

    private OpenFamily view(FamilyGaps one, Predicate<Gap> wanted) {
        return new OpenFamily(
                one.family().caseId(),
                one.family().number(),
                one.family().name(),
                regions.name(one.family().village()),
                one.gaps().size(),
                one.gaps().stream().filter(wanted).map(OpenGap::of).toList());
    }

    @Override
    public List<FamilyGaps> open(Actor actor, Verb verb) {
        return of(actor, verb).families();
    }

    @Override
    public List<Means> means(Actor actor, Verb verb) {
        return of(actor, verb).means();
    }

    private Convergence of(Actor actor, Verb verb) {
        String regency = actor.regencyCode();
        List<Programme> catalogue = programmes.list(regency);
        List<Request> requests = interventions.requests(regency);
        Offers offers = new Offers(catalogue, interventions.quotas(regency), needs.fitting(actor, verb), requests);
        return new Convergence(
                needs.open(actor, verb),
                requests,
                catalogue.stream().collect(toMap(Programme::id, Function.identity())),
                known(actor, verb),
                offers,
                clock.today());
    }

    /** A family's needs wait since its visit was approved, and not before the decree that names it. */
    private Map<UUID, LocalDate> known(Actor actor, Verb verb) {
        Map<UUID, LocalDate> known = new HashMap<>();
        jdbc.sql("""
                select f.id, f.approved_at, d.decreed_on from programmes.decreed_family d
                join cases.family f on f.regency_code = d.regency_code and f.id = d.id
                where f.regency_code = :regency and f.village_code like any(:scope) and f.approved_at is not null
                """)
                .param("regency", actor.regencyCode())
                .param("scope", actor.scope(verb))
                .query(row -> {
                    LocalDate approved =
                            BusinessClock.dayOf(row.getTimestamp("approved_at").toInstant());
                    LocalDate decreed = row.getObject("decreed_on", LocalDate.class);
                    known.put(
                            row.getObject("id", UUID.class),
                            decreed == null || decreed.isBefore(approved) ? approved : decreed);
                });
        return known;
    }
}
