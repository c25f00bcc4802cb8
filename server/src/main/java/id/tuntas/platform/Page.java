package id.tuntas.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, by key: {@code next} goes back as {@code ?after=} and is null on the last page.
 *
 * @param items at most as many as the limit asked for
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    public Page {
        items = List.copyOf(items);
    }

    /** Takes rows read with {@code limit + 1} and keeps the key of the last one shown when there are more. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> key) {
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, limit), key.apply(rows.get(limit - 1)));
    }

    public static int limit(@Nullable Integer asked) {
        return asked == null ? DEFAULT_LIMIT : Math.clamp(asked, 1, MAX_LIMIT);
    }
}
