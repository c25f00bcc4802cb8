package id.tuntas.interventions.internal;

import static java.util.stream.Collectors.groupingBy;

import id.tuntas.interventions.Gaps;
import id.tuntas.interventions.Gaps.FamilyGaps;
import id.tuntas.interventions.Gaps.Gap;
import id.tuntas.interventions.Gaps.Means;
import id.tuntas.interventions.Interventions.Request;
import id.tuntas.interventions.Lack;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Needs.OpenNeeds;
import id.tuntas.programmes.Programme;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Whether every need of each family has at least one programme that was received and whose term is not over, and what lacks where it has not. A decision on values. */
final class Convergence {

    /** Needs by what they lack. @param key of what is counted: a need, a village, an agency or {@link Gaps#NO_AGENCY} */
    record Counts(String key, int needs, Map<Lack, Integer> lacks, long longest) {}

    private final Map<UUID, Programme> programmes;
    private final Offers offers;
    private final LocalDate today;
    private final List<FamilyGaps> all;
    private final List<FamilyGaps> families;
    private final List<Means> means;

    /** @param known by family, the day since which its needs are known */
    Convergence(
            List<OpenNeeds> open,
            List<Request> requests,
            Map<UUID, Programme> programmes,
            Map<UUID, LocalDate> known,
            Offers offers,
            LocalDate today) {
        this.programmes = programmes;
        this.offers = offers;
        this.today = today;
        Map<UUID, List<Request>> byFamily = requests.stream().collect(groupingBy(Request::caseId));
        all = open.stream()
                .map(family -> new FamilyGaps(
                        family,
                        family.needs().stream()
                                .map(need -> gap(
                                        family,
                                        need,
                                        byFamily.getOrDefault(family.caseId(), List.of()).stream()
                                                .filter(one -> one.serves().contains(need))
                                                .toList(),
                                        known.getOrDefault(family.caseId(), today)))
                                .toList()))
                .toList();
        families = all.stream().filter(family -> !family.gaps().isEmpty()).toList();
        means = offers.means(families);
    }

    private Gap gap(OpenNeeds family, Need need, List<Request> serving, LocalDate known) {
        return serving.stream()
                .filter(one -> !one.isOver(today))
                .min(Comparator.comparing(Request::lack).thenComparing(Request::askedOn))
                .map(one -> gap(family, need, one))
                .orElseGet(() -> gap(family, need, unmetSince(serving, known)));
    }

    private Gap gap(OpenNeeds family, Need need, Request nearest) {
        Programme programme = programmes.get(nearest.programmeId());
        Lack lack = nearest.lack();
        return new Gap(
                need,
                lack,
                programme.agencyId(),
                programme.agency(),
                programme.name(),
                nearest.askedOn(),
                ChronoUnit.DAYS.between(nearest.askedOn(), today),
                lack.waitsForARequest() ? offers.of(family, need) : List.of());
    }

    private Gap gap(OpenNeeds family, Need need, LocalDate unmetSince) {
        return new Gap(
                need,
                Lack.REQUEST,
                null,
                null,
                null,
                unmetSince,
                ChronoUnit.DAYS.between(unmetSince, today),
                offers.of(family, need));
    }

    /** @param over requests that met the need until their term was over */
    private static LocalDate unmetSince(List<Request> over, LocalDate known) {
        return Stream.concat(Stream.of(known), over.stream().map(Request::againFrom))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Those that need something and those of whom no need is known, by village and number. */
    List<FamilyGaps> all() {
        return all;
    }

    /** Those that need something, by village and number. */
    List<FamilyGaps> families() {
        return families;
    }

    List<Means> means() {
        return means;
    }

    int converged() {
        return (int) families.stream().filter(FamilyGaps::converged).count();
    }

    List<Counts> byNeed() {
        return counts((family, gap) -> gap.need().key());
    }

    List<Counts> byVillage() {
        return counts((family, gap) -> family.family().village());
    }

    /** The agency that acts or acted last; coordinators answer for {@link Gaps#NO_AGENCY}. */
    List<Counts> byAgency() {
        return counts((family, gap) -> gap.agencyKey());
    }

    private List<Counts> counts(BiFunction<FamilyGaps, Gap, String> key) {
        Map<String, List<Gap>> gaps = new LinkedHashMap<>();
        for (FamilyGaps family : families) {
            for (Gap gap : family.gaps()) {
                gaps.computeIfAbsent(key.apply(family, gap), one -> new ArrayList<>())
                        .add(gap);
            }
        }
        return gaps.entrySet().stream()
                .map(one -> count(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing((Counts one) -> one.lacks().getOrDefault(Lack.NOTHING, 0) - one.needs())
                        .thenComparing(Counts::key))
                .toList();
    }

    private static Counts count(String key, List<Gap> gaps) {
        Map<Lack, Integer> lacks = new EnumMap<>(Lack.class);
        gaps.forEach(gap -> lacks.merge(gap.lack(), 1, Integer::sum));
        long longest = gaps.stream()
                .filter(gap -> gap.lack() != Lack.NOTHING)
                .mapToLong(Gap::days)
                .max()
                .orElse(0);
        return new Counts(key, gaps.size(), lacks, longest);
    }
}
