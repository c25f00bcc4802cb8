package id.tuntas.review.internal;

import id.tuntas.evidence.EvidenceFile;
import id.tuntas.evidence.PhotoTrace;
import id.tuntas.forms.FindingProposal;
import id.tuntas.forms.PhoneRecord;
import id.tuntas.forms.PhoneRecord.PhotoNote;
import id.tuntas.forms.PhotoKind;
import id.tuntas.forms.VervalAnswers.Location;
import id.tuntas.regions.Distance;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import id.tuntas.visits.VisitAttachment;
import id.tuntas.visits.VisitDetail;
import id.tuntas.visits.VisitReceived;
import id.tuntas.visits.VisitSummary;
import id.tuntas.visits.Visits;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks every visit over as it comes in, and again when more of its files come, or a visit to another family shows one of its photos. What
 * it raises is kept: the queue and the visit's page show the same flags.
 */
@Component
class QualityMarks {

    private final Visits visits;
    private final Rounds rounds;
    private final Regions regions;
    private final ReviewStore store;

    QualityMarks(Visits visits, Rounds rounds, Regions regions, ReviewStore store) {
        this.visits = visits;
        this.rounds = rounds;
        this.regions = regions;
        this.store = store;
    }

    @EventListener
    void mark(VisitReceived received) {
        String regency = received.regencyCode();
        if (!received.withFiles()) {
            mark(regency, received.visitId());
            return;
        }
        store.oneMarksAtATime(regency);
        mark(regency, received.visitId());
        visits.showingSamePhotos(regency, received.visitId()).forEach(other -> mark(regency, other));
    }

    private void mark(String regency, UUID visitId) {
        visits.find(regency, visitId)
                .flatMap(this::facts)
                .ifPresent(facts -> store.putMark(regency, visitId, QualityCheck.raise(facts)));
    }

    /** Empty for a visit of no round: nothing says what it must bring. */
    private Optional<VisitFacts> facts(VisitDetail visit) {
        VisitSummary summary = visit.summary();
        FindingProposal proposal = visit.proposal();
        Round round = round(summary).orElse(null);
        if (proposal == null || round == null) {
            return Optional.empty();
        }
        return Optional.of(new VisitFacts(
                visit.verval(),
                proposal,
                distance(visit),
                summary.minutes(),
                summary.visitedAt(),
                summary.skewSeconds(),
                Stream.concat(round.evidence().missing(visit.verval()).stream(), outstandingPhotos(visit))
                        .toList(),
                summary.borrowedPhotos(),
                repeatedPhotos(summary),
                photos(visit),
                visit.findings().size(),
                round.attemptsBeforeNotFound()));
    }

    /** Photos that the round asks for and the answers do not name. */
    List<PhotoKind> missingPhotos(VisitDetail visit) {
        return round(visit.summary())
                .map(round -> round.evidence().missing(visit.verval()))
                .orElse(List.of());
    }

    /** What is known of each photo: from the phone that took it, else from the file itself. */
    static List<PhotoNote> photos(VisitDetail visit) {
        PhoneRecord record = PhoneRecord.in(visit.answers());
        return accepted(visit.summary())
                .map(file -> record.findPhoto(file.sha256()).orElseGet(() -> traced(file)))
                .toList();
    }

    private static PhotoNote traced(EvidenceFile file) {
        PhotoTrace trace = file.trace();
        return trace == null
                ? new PhotoNote(file.sha256(), null, null, null, null, null)
                : new PhotoNote(file.sha256(), trace.takenAt(), trace.lat(), trace.lng(), null, null);
    }

    private static Stream<EvidenceFile> accepted(VisitSummary visit) {
        return visit.attachments().stream().map(VisitAttachment::file).filter(EvidenceFile::accepted);
    }

    private static int repeatedPhotos(VisitSummary visit) {
        List<String> photos = accepted(visit).map(EvidenceFile::sha256).toList();
        return photos.size() - Set.copyOf(photos).size();
    }

    private static Stream<PhotoKind> outstandingPhotos(VisitDetail visit) {
        return visit.verval().photos().entrySet().stream()
                .filter(photo -> visit.summary().missing().contains(photo.getValue()))
                .map(photo -> photo.getKey());
    }

    private Optional<Round> round(VisitSummary visit) {
        return Optional.ofNullable(visit.roundId()).flatMap(id -> rounds.find(visit.regencyCode(), id));
    }

    Optional<Region> village(VisitSummary visit) {
        return Optional.ofNullable(visit.villageCode()).flatMap(regions::find);
    }

    /** Metres from the village's centroid; null without a location or a centroid. */
    @Nullable Double distance(VisitDetail visit) {
        Location location = visit.verval().location();
        Region village = village(visit.summary()).orElse(null);
        if (location == null || village == null || village.lat() == null || village.lng() == null) {
            return null;
        }
        return Distance.metres(location.latitude(), location.longitude(), village.lat(), village.lng());
    }
}
