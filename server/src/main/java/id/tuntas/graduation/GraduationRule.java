package id.tuntas.graduation;

import com.fasterxml.jackson.annotation.JsonValue;
import id.tuntas.forms.PovertyLine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a round asks of a graduation.
 *
 * @param version 0 while nobody has set it; then these are only what is offered
 * @param line which of the round's lines a family must not be below
 * @param agreedBy who speaks for the village
 * @param sampleMonths months after a graduation at which a sample is visited
 * @param samplePercent of the graduated, rounded up
 * @param source the law or decision it rests on
 */
public record GraduationRule(
        int version, Line line, AgreedBy agreedBy, List<Integer> sampleMonths, int samplePercent, String source) {

    public static final GraduationRule OFFERED =
            new GraduationRule(0, Line.EXTREME, AgreedBy.MEETING, List.of(6, 12), 10, "");

    public GraduationRule {
        sampleMonths = sampleMonths.stream().distinct().sorted().toList();
    }

    public boolean isSet() {
        return version > 0;
    }

    public enum Line {
        EXTREME("extreme"),
        POOR("poor");

        private final String key;

        Line(String key) {
            this.key = key;
        }

        @JsonValue
        public String key() {
            return key;
        }

        public long of(PovertyLine lines) {
            return this == EXTREME ? lines.extreme() : lines.poor();
        }

        public static Optional<Line> findByKey(String key) {
            return Arrays.stream(values()).filter(line -> line.key.equals(key)).findFirst();
        }
    }

    public enum AgreedBy {
        MEETING("meeting"),
        HEAD("head");

        private final String key;

        AgreedBy(String key) {
            this.key = key;
        }

        @JsonValue
        public String key() {
            return key;
        }

        public static Optional<AgreedBy> findByKey(String key) {
            return Arrays.stream(values()).filter(by -> by.key.equals(key)).findFirst();
        }
    }
}
