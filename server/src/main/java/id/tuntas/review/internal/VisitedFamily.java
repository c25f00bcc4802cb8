package id.tuntas.review.internal;

import id.tuntas.cases.CaseMember;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.MaskedNumber;
import id.tuntas.forms.RosterComparison;
import id.tuntas.forms.RosterComparison.Row;
import id.tuntas.forms.RosterComparison.Verdict;
import id.tuntas.forms.Words;
import id.tuntas.regions.Regions;
import id.tuntas.review.internal.VisitShow.Compared;
import id.tuntas.review.internal.VisitShow.Household;
import id.tuntas.roster.RosterFamily;
import id.tuntas.roster.RosterRows;
import id.tuntas.visits.VisitDetail;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a reviewer sees of the family that was visited: as the round knows it, and as the roster listed it. */
@Component
class VisitedFamily {

    private final Cases cases;
    private final RosterRows rosterRows;
    private final Regions regions;

    VisitedFamily(Cases cases, RosterRows rosterRows, Regions regions) {
        this.cases = cases;
        this.rosterRows = rosterRows;
        this.regions = regions;
    }

    Household household(FamilyCase family) {
        String nik = cases.members(family.regencyCode(), family.id()).stream()
                .filter(member -> member.name().equals(family.headName()))
                .map(CaseMember::nik)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Household(
                family.headName(),
                MaskedNumber.of(nik),
                MaskedNumber.of(family.kk()),
                family.address(),
                family.hamlet(),
                family.villageCode(),
                regions.name(family.villageCode()),
                regions.name(family.districtCode()));
    }

    /** The family and its members by the codes that the officer's lists give them. */
    Map<String, String> names(FamilyCase family) {
        Map<String, String> names = new HashMap<>();
        names.put(family.number().text(), family.headName());
        cases.members(family.regencyCode(), family.id())
                .forEach(member -> names.put(member.id().toString(), member.name()));
        return names;
    }

    List<Compared> comparison(FamilyCase family, VisitDetail visit, Locale locale) {
        UUID release = family.rosterReleaseId();
        String key = family.rosterFamilyKey();
        if (release == null || key == null) {
            return List.of();
        }
        return rosterRows
                .of(family.regencyCode(), release, key, locale)
                .map(RosterFamily::indicators)
                .map(indicators -> RosterComparison.compare(indicators, visit.answers()))
                .orElse(List.of())
                .stream()
                .filter(row -> row.rosterValue() != null || row.visitCode() != null)
                .map(row -> new Compared(
                        row.path(),
                        row.question(),
                        in(row.rosterWords(), locale),
                        in(row.visitWords(), locale),
                        change(row)))
                .toList();
    }

    private static @Nullable String in(@Nullable Words words, Locale locale) {
        return words == null ? null : words.in(locale);
    }

    private static String change(Row row) {
        if (row.rosterValue() == null) {
            return "new";
        }
        if (row.visitCode() == null) {
            return "missing";
        }
        return row.verdict() == Verdict.NOT_COMPARABLE
                ? Verdict.CHANGED.key()
                : row.verdict().key();
    }
}
