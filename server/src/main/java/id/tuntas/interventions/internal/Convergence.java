package id.tuntas.interventions.internal;

import id.tuntas.interventions.Gaps;
import id.tuntas.interventions.Gaps.FamilyGaps;
import id.tuntas.interventions.Gaps.Gap;
import id.tuntas.interventions.Gaps.Means;
import id.tuntas.interventions.Lack;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Needs.OpenNeeds;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;

/** Whether every need of each family has at least one received programme, and what lacks where it has not. A decision on values. */
final class Convergence {

    /** One programme asked for a family. @param serves needs that the programme serves @param since the day it was asked for, whatever its agency said since */
    record Asked(
            UUID familyId,
            Set<Need> serves,
            Lack lack,
            UUID agencyId,
            String agency,
            String programme,
            LocalDate since) {}

    /** Needs by what they lack. @param key of what is counted: a need, a village, an agency or {@link Gaps#NO_AGENCY} */
    record Counts(String key, int needs, Map<Lack, Integer> lacks, long longest) {}

    private final List<FamilyGaps> all;
    private final List<FamilyGaps> families;
    private final List<Means> means;

    /** @param known by family, the day since which its needs are known */
    Convergence(List<OpenNeeds> open, List<Asked> asked, Map<UUID, LocalDate> known, Offers offers, LocalDate today) {
        Map<UUID, List<Asked>> byFamily = new TreeMap<>();
        asked.forEach(one -> byFamily.computeIfAbsent(one.familyId(), id -> new ArrayList<>())
                .add(one));
        all = open.stream()
                .map(family -> new FamilyGaps(
                        family,
                        family.needs().stream()
                                .map(need -> gap(
                                        family,
                                        need,
                                        offers,
                                        byFamily.getOrDefault(family.caseId(), List.of()),
                                        known.getOrDefault(family.caseId(), today),
                                        today))
                                .toList()))
                .toList();
        families = all.stream().filter(family -> !family.gaps().isEmpty()).toList();
        means = offers.means(families);
    }

    private static Gap gap(
            OpenNeeds family, Need need, Offers offers, List<Asked> asked, LocalDate known, LocalDate today) {
        return asked.stream()
                .filter(one -> one.serves().contains(need))
                .min(Comparator.comparing(Asked::lack).thenComparing(Asked::since))
                .map(one -> new Gap(
                        need,
                        one.lack(),
                        one.agencyId(),
                        one.agency(),
                        one.programme(),
                        one.since(),
                        ChronoUnit.DAYS.between(one.since(), today),
                        one.lack().waitsForARequest() ? offers.of(family, need) : List.of()))
                .orElseGet(() -> new Gap(
                        need,
                        Lack.REQUEST,
                        null,
                        null,
                        null,
                        known,
                        ChronoUnit.DAYS.between(known, today),
                        offers.of(family, need)));
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
