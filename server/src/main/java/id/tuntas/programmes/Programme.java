package id.tuntas.programmes;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One programme of the catalogue; its fields are those of {@link NewProgramme}.
 *
 * @param notWith codes of programmes that exclude this one or that it excludes
 * @param ruleVersion grows with every change of the rule, whose older versions are kept
 */
public record Programme(
        UUID id,
        String code,
        String name,
        int pillar,
        UUID agencyId,
        String agency,
        Funding funding,
        Unit unit,
        @Nullable Long amount,
        Set<Need> needs,
        Set<String> notWith,
        boolean active,
        Rule rule,
        int ruleVersion,
        Instant ruleSince,
        List<Quota> quotas,
        int version) {

    /** Those of the year whose area holds the village. */
    public List<Quota> quotas(int year, String village) {
        return quotas.stream()
                .filter(quota -> quota.year() == year && quota.holds(village))
                .toList();
    }

    /** Rupiah for so many units in one year; null as {@link NewProgramme#amount}. */
    public @Nullable Long cost(int units) {
        return amount == null ? null : amount * units;
    }
}
