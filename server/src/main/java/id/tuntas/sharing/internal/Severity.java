package id.tuntas.sharing.internal;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much a met need of a family counts. The further its expenditure a head lies below the line the more, squared, so that twice as far counts
 * four times as much; of families on the same step the larger one counts a little more.
 */
final class Severity {

    /** More people than this weigh no more; so that no number of people outweighs a step. */
    private static final int MOST_PEOPLE = 31;

    private final long line;
    private final int step;
    private final long usual;

    /** @param step in percent of the line @param known expenditures of all families; whoever has none is taken for the middle one */
    Severity(long line, int step, List<@Nullable Long> known) {
        this.line = line;
        this.step = step;
        List<Long> sorted = known.stream().filter(Objects::nonNull).sorted().toList();
        this.usual = sorted.isEmpty() ? line : sorted.get(sorted.size() / 2);
    }

    long weight(@Nullable Long spending, int people) {
        long steps = steps(spending == null ? usual : spending) + 1;
        return steps * steps * (MOST_PEOPLE + 1) + Math.clamp(people, 0, MOST_PEOPLE);
    }

    /** Whole steps between the expenditure and the line; none at the line and above. */
    private long steps(long spending) {
        return Math.max(0, line - spending) * 100 / line / step;
    }
}
