package id.tuntas.forms;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the field app tells beside the answers, whatever the form: JSON in {@code meta/phone}. A phone is not believed blindly: the reviewer
 * sees what it says, nothing is decided by it.
 */
public record PhoneRecord(List<Attempt> attempts, List<PhotoNote> photos, List<PlaceNote> places) {

    private static final PhoneRecord NOTHING = new PhoneRecord(List.of(), List.of(), List.of());
    /** The built-in form's reasons. */
    private static final Map<String, Words> NO_PLACE = Map.of(
            "no_signal", new Words("Tidak ada: tidak ada sinyal GPS", "None: no GPS signal"),
            "device", new Words("Tidak ada: perangkat rusak", "None: the device is broken"),
            "not_allowed", new Words("Tidak ada: tidak diizinkan", "None: not allowed"));

    private static final String NODE = "/meta/phone";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public PhoneRecord {
        attempts = attempts == null ? List.of() : List.copyOf(attempts);
        photos = photos == null ? List.of() : List.copyOf(photos);
        places = places == null ? List.of() : List.copyOf(places);
    }

    /** A go at the address that met nobody. */
    public record Attempt(
            Instant at,
            @Nullable Double lat,
            @Nullable Double lng,
            @Nullable Double accuracy) {
        public Attempt {
            Objects.requireNonNull(at);
        }
    }

    /**
     * @param fault {@code dark} or {@code blurred}, as the phone found
     * @param reason why the photo was kept all the same
     */
    public record PhotoNote(
            String sha256,
            @Nullable Instant takenAt,
            @Nullable Double lat,
            @Nullable Double lng,
            @Nullable String fault,
            @Nullable String reason) {
        public PhotoNote {
            Objects.requireNonNull(sha256);
        }
    }

    /** Why a place that the form requires lacks: where the phone gives none, the officer goes on without it. */
    public record PlaceNote(String path, String reason) {
        public PlaceNote {
            Objects.requireNonNull(path);
            Objects.requireNonNull(reason);
        }
    }

    /** Empty when the answers carry none, or one that cannot be read. */
    public static PhoneRecord in(Answers answers) {
        return answers.root().values().entrySet().stream()
                .filter(value -> isRecord(value.getKey()))
                .findFirst()
                .map(value -> read(value.getValue()))
                .orElse(NOTHING);
    }

    public Optional<PhotoNote> findPhoto(String sha256) {
        return photos.stream().filter(photo -> photo.sha256().equals(sha256)).findFirst();
    }

    /** Why there is no place at a node, in words; a phone names the first row of a repeat without its number. */
    public Optional<Words> whyNoPlace(String node) {
        return places.stream()
                .filter(place -> place.path().equals(node.replace("[1]", "")))
                .map(place -> NO_PLACE.getOrDefault(place.reason(), Words.same(place.reason())))
                .findFirst();
    }

    private static boolean isRecord(String path) {
        return path.endsWith(NODE) && path.indexOf('/', 1) == path.length() - NODE.length();
    }

    private static PhoneRecord read(String json) {
        try {
            return JSON.readValue(json, PhoneRecord.class);
        } catch (JacksonException unreadable) {
            return NOTHING;
        }
    }
}
