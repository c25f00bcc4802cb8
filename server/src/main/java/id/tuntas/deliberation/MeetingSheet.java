package id.tuntas.deliberation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a meeting was, who led it and who came.
 *
 * @param attendance names by their part in the village, every part there
 * @param newcomers families that the meeting names and nobody has visited
 */
public record MeetingSheet(
        @Nullable LocalDate heldOn,
        @Nullable LocalTime begins,
        String place,
        String chair,
        String noteTaker,
        String companion,
        Map<Part, List<String>> attendance,
        List<Newcomer> newcomers) {

    public static final MeetingSheet BLANK = new MeetingSheet(null, null, "", "", "", "", Map.of(), List.of());

    public MeetingSheet {
        Map<Part, List<String>> parts = new TreeMap<>();
        for (Part part : Part.values()) {
            parts.put(part, List.copyOf(attendance.getOrDefault(part, List.of())));
        }
        attendance = parts;
        newcomers = List.copyOf(newcomers);
    }

    public int present() {
        return attendance.values().stream().mapToInt(List::size).sum();
    }

    /** For the next edition: they are cases by then. */
    public MeetingSheet withoutNewcomers() {
        return new MeetingSheet(heldOn, begins, place, chair, noteTaker, companion, attendance, List.of());
    }

    public MeetingSheet withoutDay() {
        return new MeetingSheet(null, null, place, chair, noteTaker, companion, attendance, newcomers);
    }

    /** As what somebody came. */
    public enum Part {
        GOVERNMENT("government"),
        /** BPD, the village's elected council; an urban village has none. */
        COUNCIL("council"),
        HAMLET_HEADS("hamletHeads"),
        /** LPM, PKK, KPMD and the like. */
        BODIES("bodies"),
        CITIZENS("citizens"),
        COMPANIONS("companions");

        private final String key;

        Part(String key) {
            this.key = key;
        }

        @JsonValue
        public String key() {
            return key;
        }

        public static Optional<Part> findByKey(String key) {
            return Arrays.stream(values()).filter(part -> part.key.equals(key)).findFirst();
        }
    }

    public record Newcomer(String name, String address, String hamlet, String reason) {}
}
