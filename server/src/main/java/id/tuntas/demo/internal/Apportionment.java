package id.tuntas.demo.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Shares a number out by weights in whole parts, by largest remainder; equal to the weights when their sum is the number. */
final class Apportionment {

    private Apportionment() {}

    static int[] of(int number, int... weights) {
        long sum = Arrays.stream(weights).asLongStream().sum();
        int[] parts = Arrays.stream(weights)
                .map(weight -> (int) ((long) weight * number / sum))
                .toArray();
        int left = number - Arrays.stream(parts).sum();
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> (long) weights[i] * number % sum)
                        .reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
