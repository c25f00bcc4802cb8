package id.tuntas.visits;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an officer reads out on the telephone, T-0428-719-553: the first 32 bits of his visit's SHA-256. Two visits of a regency hardly ever
 * share one.
 */
public record ReceiptNumber(int prefix) {

    private static final Pattern FORM = Pattern.compile("(?:[Tt][- ]?)?(\\d{4})[- ]?(\\d{3})[- ]?(\\d{3})");
    private static final long MOST = 0xFFFF_FFFFL;

    /** @param contentHash SHA-256 in hex */
    public static ReceiptNumber of(String contentHash) {
        return new ReceiptNumber(Integer.parseUnsignedInt(contentHash.substring(0, 8), 16));
    }

    /** Reads it as people write it, with and without the T and the hyphens. */
    public static Optional<ReceiptNumber> parse(String text) {
        Matcher read = FORM.matcher(text.strip());
        if (!read.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(read.group(1) + read.group(2) + read.group(3));
        return number > MOST ? Optional.empty() : Optional.of(new ReceiptNumber((int) number));
    }

    /** The first bytes of every hash that has this number. */
    public byte[] bytes() {
        return ByteBuffer.allocate(Integer.BYTES).putInt(prefix).array();
    }

    @Override
    public String toString() {
        String digits = "%010d".formatted(Integer.toUnsignedLong(prefix));
        return "T-" + digits.substring(0, 4) + "-" + digits.substring(4, 7) + "-" + digits.substring(7);
    }
}
