package id.tuntas.review.internal;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.forms.FindingProposal.Point;
import id.tuntas.forms.FindingProposal.Weight;
import id.tuntas.forms.PhoneRecord.PhotoNote;
import id.tuntas.forms.VervalAnswers.Location;
import id.tuntas.platform.BusinessClock;
import id.tuntas.regions.Distance;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The checks every visit goes through. Each one looks at one thing and raises at most one flag. */
enum QualityCheck {
    PHOTOS("photos", QualityCheck::photos, "photos-missing"),
    BORROWED_PHOTOS("borrowed", QualityCheck::borrowedPhotos, "photos-borrowed"),
    REPEATED_PHOTOS("repeated", QualityCheck::repeatedPhotos, "photos-repeated"),
    POOR_PHOTOS("poor", QualityCheck::poorPhotos, "photos-poor"),
    PHOTO_TIMES("photo-times", QualityCheck::photoTimes, "photos-other-day"),
    PHOTO_PLACES("photo-places", QualityCheck::photoPlaces, "photos-elsewhere"),
    ANSWERS("answers", QualityCheck::answers, "answers-broken"),
    ATTEMPTS("attempts", QualityCheck::attempts, "not-found-early"),
    LOCATION("location", QualityCheck::location, "location-missing", "far-away"),
    ACCURACY("accuracy", QualityCheck::accuracy, "location-rough"),
    DURATION("duration", QualityCheck::duration, "visit-long", "visit-short"),
    HOUR("hour", QualityCheck::hour, "odd-hour"),
    CLOCK("clock", QualityCheck::clock, "clock-ahead", "clock-behind"),
    CONTRADICTION("contradiction", QualityCheck::contradiction, "finding-contradicted");

    /** Ten kilometres from its centroid lie beyond any village. */
    private static final double FAR_AWAY = 10_000;

    private static final double ROUGH = 100;
    private static final int SHORTEST_MINUTES = 5;
    private static final int LONGEST_MINUTES = 240;
    private static final int FIRST_HOUR = 6;
    private static final int LAST_HOUR = 21;
    private static final Duration WRONG_CLOCK = Duration.ofMinutes(10);
    private static final Duration ANOTHER_DAY = Duration.ofDays(1);
    private static final double ELSEWHERE = 1_000;

    private final String key;
    private final Function<VisitFacts, Optional<QualityFlag>> rule;
    private final Set<String> codes;

    /** @param codes of the flags that the rule may raise */
    QualityCheck(String key, Function<VisitFacts, Optional<QualityFlag>> rule, String... codes) {
        this.key = key;
        this.rule = rule;
        this.codes = Set.of(codes);
    }

    /** Its name in {@code check.<key>}. */
    String key() {
        return key;
    }

    static List<QualityFlag> raise(VisitFacts visit) {
        return Arrays.stream(values())
                .flatMap(check -> check.rule.apply(visit).stream())
                .toList();
    }

    /** The checks that raised none of these flags. */
    static List<QualityCheck> passed(List<QualityFlag> raised) {
        return Arrays.stream(values())
                .filter(check -> raised.stream().map(QualityFlag::code).noneMatch(check.codes::contains))
                .toList();
    }

    private static Optional<QualityFlag> photos(VisitFacts visit) {
        int missing = visit.missingPhotos().size();
        return when(missing > 0, QualityFlag.bad("photos-missing", missing));
    }

    private static Optional<QualityFlag> borrowedPhotos(VisitFacts visit) {
        return when(visit.borrowedPhotos() > 0, QualityFlag.bad("photos-borrowed", visit.borrowedPhotos()));
    }

    private static Optional<QualityFlag> repeatedPhotos(VisitFacts visit) {
        return when(visit.repeatedPhotos() > 0, QualityFlag.bad("photos-repeated", visit.repeatedPhotos()));
    }

    /** The phone said so at once, and the officer kept the photo with a reason. */
    private static Optional<QualityFlag> poorPhotos(VisitFacts visit) {
        return count(visit, "photos-poor", photo -> photo.fault() != null);
    }

    private static Optional<QualityFlag> photoTimes(VisitFacts visit) {
        return count(visit, "photos-other-day", photo -> {
            Instant takenAt = photo.takenAt();
            return takenAt != null
                    && Duration.between(takenAt, visit.visitedAt()).abs().compareTo(ANOTHER_DAY) > 0;
        });
    }

    private static Optional<QualityFlag> photoPlaces(VisitFacts visit) {
        Location location = visit.answers().location();
        return count(visit, "photos-elsewhere", photo -> {
            Double lat = photo.lat();
            Double lng = photo.lng();
            return location != null
                    && lat != null
                    && lng != null
                    && Distance.metres(lat, lng, location.latitude(), location.longitude()) > ELSEWHERE;
        });
    }

    private static Optional<QualityFlag> count(VisitFacts visit, String code, Predicate<PhotoNote> wanted) {
        long photos = visit.photos().stream().filter(wanted).count();
        return when(photos > 0, QualityFlag.warn(code, photos));
    }

    private static Optional<QualityFlag> answers(VisitFacts visit) {
        return when(visit.brokenRules() > 0, QualityFlag.bad("answers-broken", visit.brokenRules()));
    }

    private static Optional<QualityFlag> attempts(VisitFacts visit) {
        Integer attempts = visit.answers().contact().attempts();
        return when(
                visit.answers().contact().isTooEarly(visit.attemptsRequired()),
                QualityFlag.bad("not-found-early", attempts == null ? 0 : attempts, visit.attemptsRequired()));
    }

    private static Optional<QualityFlag> location(VisitFacts visit) {
        if (visit.answers().location() == null) {
            return Optional.of(QualityFlag.warn("location-missing"));
        }
        Double distance = visit.distance();
        if (distance == null || distance <= Distance.FAR) {
            return Optional.empty();
        }
        long metres = Math.round(distance);
        return Optional.of(
                distance > FAR_AWAY ? QualityFlag.bad("far-away", metres) : QualityFlag.warn("far-away", metres));
    }

    private static Optional<QualityFlag> accuracy(VisitFacts visit) {
        Location location = visit.answers().location();
        Double accuracy = location == null ? null : location.accuracy();
        return accuracy != null && accuracy > ROUGH
                ? Optional.of(QualityFlag.warn("location-rough", Math.round(accuracy)))
                : Optional.empty();
    }

    /** Forty-five questions take their time; where nobody was met there is little to ask. */
    private static Optional<QualityFlag> duration(VisitFacts visit) {
        Integer minutes = visit.minutes();
        if (minutes == null) {
            return Optional.empty();
        }
        if (minutes > LONGEST_MINUTES) {
            return Optional.of(QualityFlag.warn("visit-long", minutes));
        }
        return when(wasMet(visit) && minutes < SHORTEST_MINUTES, QualityFlag.warn("visit-short", minutes));
    }

    private static Optional<QualityFlag> hour(VisitFacts visit) {
        int hour = visit.visitedAt().atZone(BusinessClock.ZONE).getHour();
        return when(hour < FIRST_HOUR || hour >= LAST_HOUR, QualityFlag.warn("odd-hour", hour));
    }

    /** The visit's time is known without the skew, but what else the phone says of times is not. */
    private static Optional<QualityFlag> clock(VisitFacts visit) {
        Long skew = visit.skewSeconds();
        if (skew == null || Math.abs(skew) <= WRONG_CLOCK.toSeconds()) {
            return Optional.empty();
        }
        long minutes = Duration.ofSeconds(Math.abs(skew)).toMinutes();
        return Optional.of(QualityFlag.warn(skew > 0 ? "clock-ahead" : "clock-behind", minutes));
    }

    private static Optional<QualityFlag> contradiction(VisitFacts visit) {
        Finding proposed = visit.proposal().finding().orElse(null);
        Weight against = opposite(proposed);
        long points = visit.proposal().points().stream()
                .map(Point::weight)
                .filter(weight -> weight == against)
                .count();
        int tolerated = against == Weight.RICHER ? 0 : 3;
        return when(against != null && points > tolerated, QualityFlag.warn("finding-contradicted", points));
    }

    /** What speaks against a finding; a poor family may well have a little of either. */
    private static @Nullable Weight opposite(@Nullable Finding finding) {
        if (finding == Finding.EXTREMELY_POOR) {
            return Weight.RICHER;
        }
        return finding == Finding.NOT_POOR ? Weight.POORER : null;
    }

    private static boolean wasMet(VisitFacts visit) {
        return visit.answers().contact().result() == ContactResult.FOUND;
    }

    private static Optional<QualityFlag> when(boolean holds, QualityFlag flag) {
        return holds ? Optional.of(flag) : Optional.empty();
    }
}
