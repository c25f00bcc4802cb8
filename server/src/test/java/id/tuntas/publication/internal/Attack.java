package id.tuntas.publication.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Somebody who holds everything that was published against each other: linear programs over what the lowest places could be at the end of
 * each week.
 */
final class Attack {

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Variable[][][] counts;
    private final int[] above;

    /** @param above the row that each adds to, -1 for the first */
    Attack(int[] above, int weeks, int columns) {
        this.above = above;
        counts = new Variable[weeks][above.length][columns];
        for (int week = 0; week < weeks; week++) {
            for (int row : lowest(0).toArray()) {
                for (int column = 0; column < columns; column++) {
                    counts[week][row][column] =
                            model.newVariable(week + "/" + row + "/" + column).lower(0);
                }
            }
        }
    }

    private IntStream lowest(int row) {
        List<Integer> below = IntStream.range(0, above.length)
                .filter(child -> above[child] == row)
                .boxed()
                .toList();
        return below.isEmpty() ? IntStream.of(row) : below.stream().flatMapToInt(this::lowest);
    }

    private Stream<Variable> parts(int week, int row, int... columns) {
        return lowest(row)
                .mapToObj(place -> Arrays.stream(columns).mapToObj(column -> counts[week][place][column]))
                .flatMap(place -> place);
    }

    /** Was told how many of a place the columns are together. */
    void know(long count, int week, int row, int... columns) {
        Expression sum = expression().level(count);
        parts(week, row, columns).forEach(part -> sum.set(part, 1));
    }

    /** Believes that no place has changed against the regency since the week before. @param direction in which the regency has changed */
    void follow(int direction, int week, int column) {
        lowest(0).forEach(place -> {
            Expression more = expression().set(counts[week][place][column], 1).set(counts[week - 1][place][column], -1);
            more.lower(direction < 0 ? null : 0);
            more.upper(direction > 0 ? null : 0);
        });
    }

    private Expression expression() {
        return model.newExpression("known " + model.countExpressions());
    }

    /** The most less the least that the columns of a place could be together. */
    long span(int week, int row, int... columns) {
        parts(week, row, columns).forEach(part -> part.weight(1));
        Optimisation.Result least = model.minimise();
        Optimisation.Result most = model.maximise();
        parts(week, row, columns).forEach(part -> part.weight(null));
        assertThat(least.getState().isFeasible() && most.getState().isFeasible())
                .as("the truth agrees with what is known")
                .isTrue();
        return Math.round(most.getValue() - least.getValue());
    }
}
