package id.tuntas.programmes;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A programme as somebody wants it to be.
 *
 * @param code short and unique, as {@code PKH}
 * @param pillar 1 cuts what a family must spend, 2 raises its income, 3 cuts pockets of poverty
 * @param agency name of who gives it; an agency that is new gets known by this
 * @param amount rupiah for one unit in one year; null when it is given in kind or depends on the family
 * @param notWith codes of programmes that a family may not have beside this one
 * @param active whether it is offered now
 */
public record NewProgramme(
        String code,
        String name,
        int pillar,
        String agency,
        Funding funding,
        Unit unit,
        @Nullable Long amount,
        Set<Need> needs,
        Set<String> notWith,
        boolean active,
        Rule rule,
        List<Quota> quotas) {

    public NewProgramme {
        needs = Set.copyOf(needs);
        notWith = Set.copyOf(notWith);
        quotas = List.copyOf(quotas);
    }
}
