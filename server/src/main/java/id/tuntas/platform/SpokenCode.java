package id.tuntas.platform;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * A code that nobody guesses and everybody can read out on the telephone, as {@code 7K4M-92QX-H3D}: ten signs of 29 that are not taken for each
 * other, some 48 bits, and one that checks them. 29 is a prime and every place has a weight of its own, so one wrong sign and any two signs
 * that changed places are always found.
 */
public record SpokenCode(String text) {

    private static final String SIGNS = "23456789ABCDFGHJKMNPQRSTVWXYZ";
    private static final int DRAWN = 10;
    private static final int GROUP = 4;

    public SpokenCode {
        if (!isSound(signs(text))) {
            throw new IllegalArgumentException("not a sound code");
        }
    }

    /** The code that a secret digest stands for, always the same. */
    public static SpokenCode of(byte[] digest) {
        BigInteger base = BigInteger.valueOf(SIGNS.length());
        BigInteger left = new BigInteger(1, digest);
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < DRAWN; i++) {
            drawn.append(SIGNS.charAt(left.mod(base).intValue()));
            left = left.divide(base);
        }
        return new SpokenCode(grouped(drawn.append(check(drawn)).toString()));
    }

    /** Reads a code as people write it; empty when it is mistyped. */
    public static Optional<SpokenCode> parse(String written) {
        String signs = signs(written);
        return isSound(signs) ? Optional.of(new SpokenCode(grouped(signs))) : Optional.empty();
    }

    private static String signs(String written) {
        return written.toUpperCase(Locale.ROOT).replaceAll("[\\s.\\-\\u2010-\\u2015]", "");
    }

    private static boolean isSound(String signs) {
        return signs.length() == DRAWN + 1
                && signs.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
                && signs.charAt(DRAWN) == check(signs);
    }

    private static char check(CharSequence signs) {
        int sum = 0;
        for (int i = 0; i < DRAWN; i++) {
            sum += (i + 1) * SIGNS.indexOf(signs.charAt(i));
        }
        return SIGNS.charAt(sum % SIGNS.length());
    }

    private static String grouped(String signs) {
        return signs.substring(0, GROUP) + '-' + signs.substring(GROUP, 2 * GROUP) + '-' + signs.substring(2 * GROUP);
    }

    @Override
    public String toString() {
        return text;
    }
}
