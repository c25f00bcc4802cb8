package id.tuntas.deliberation.internal;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.evidence.Evidence;
import id.tuntas.evidence.EvidenceFile;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.QrPicture;
import id.tuntas.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the minutes of a closed meeting, once, and takes in what comes back signed. */
@Component
class MinutesDesk {

    /** Twenty scanned pages in colour. */
    static final long LARGEST_SCAN = 20L * 1024 * 1024;

    static final String MADE = "minutes.made";
    static final String SIGNED = "minutes.signed";

    private static final int CODE_LENGTH = 12;
    private static final int QR_PIXELS = 300;

    private final MeetingQueries queries;
    private final MeetingShows shows;
    private final MinutesStore store;
    private final MinutesPaper paper;
    private final Evidence evidence;
    private final Ledger ledger;

    MinutesDesk(
            MeetingQueries queries,
            MeetingShows shows,
            MinutesStore store,
            MinutesPaper paper,
            Evidence evidence,
            Ledger ledger) {
        this.queries = queries;
        this.shows = shows;
        this.store = store;
        this.paper = paper;
        this.evidence = evidence;
        this.ledger = ledger;
    }

    /**
     * The minutes of a closed meeting, made now unless they are there; a meeting is read as it closed, and only its first paper counts.
     *
     * @param address of this server, for the QR code
     * @throws Refusal 404 outside the actor's region; 409 meeting-not-closed
     */
    @Transactional
    public Minutes keep(Actor actor, UUID meetingId, String address) {
        Meeting meeting = closed(actor, Verb.CASE_READ, meetingId);
        return store.find(meeting.regencyCode(), meetingId).orElseGet(() -> make(actor, meeting, address));
    }

    private Minutes make(Actor actor, Meeting meeting, String address) {
        String code = code(meeting.id());
        byte[] pdf = paper.pdf(
                shows.show(actor, meeting.id()),
                queries.agenda(meeting),
                meeting.regencyCode(),
                new MinutesPaper.Seal(
                        closingEntry(meeting),
                        code,
                        address + "/periksa",
                        QrPicture.png(address + "/periksa/" + code, QR_PIXELS, ErrorCorrectionLevel.Q)));
        EvidenceFile kept = kept(new ByteArrayInputStream(pdf));
        evidence.register(meeting.regencyCode(), List.of(kept));
        store.insert(meeting, code, kept.sha256());
        record(actor, meeting, MADE, kept);
        return store.find(meeting.regencyCode(), meeting.id()).orElseThrow();
    }

    private String closingEntry(Meeting meeting) {
        return ledger.of(meeting.regencyCode(), meeting.id()).stream()
                .filter(entry -> entry.verb().equals(MeetingLedger.CLOSED))
                .map(Entry::leafHash)
                .reduce("", (former, later) -> later);
    }

    /** Says nothing of the meeting to whoever does not know its id. */
    private static String code(UUID meetingId) {
        return Hashes.hex(Hashes.sha256(meetingId.toString().getBytes(StandardCharsets.US_ASCII)))
                .substring(0, CODE_LENGTH)
                .toUpperCase(Locale.ROOT);
    }

    /**
     * Takes a signed copy as evidence of this edition; the same file again changes nothing.
     *
     * @throws Refusal 404 outside the actor's region; 409 meeting-not-closed; 413 too-large; 422 not-a-paper, not-signed-copy
     */
    @Transactional
    public void sign(Actor actor, UUID meetingId, InputStream scan, String address) {
        Meeting meeting = closed(actor, Verb.DELIBERATION_RECORD, meetingId);
        EvidenceFile kept = kept(scan);
        if (!kept.accepted()) {
            throw Refusal.invalid("/file", "not-a-paper");
        }
        Minutes minutes = keep(actor, meetingId, address);
        if (minutes.signed().stream().noneMatch(copy -> copy.sha256().equals(kept.sha256()))) {
            evidence.registerSigned(meeting.regencyCode(), kept, "/file");
            store.insertSigned(actor, meeting, kept.sha256());
            record(actor, meeting, SIGNED, kept);
        }
    }

    private Meeting closed(Actor actor, Verb verb, UUID meetingId) {
        actor.require(verb);
        Meeting meeting = queries.lock(actor.regencyCode(), meetingId)
                .filter(found -> actor.may(verb, found.villageCode()))
                .orElseThrow(Refusal::notFound);
        if (meeting.open()) {
            throw new Refusal(HttpStatus.CONFLICT, "meeting-not-closed");
        }
        return meeting;
    }

    private EvidenceFile kept(InputStream content) {
        try {
            return evidence.keep(content, LARGEST_SCAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(Actor actor, Meeting meeting, String verb, EvidenceFile kept) {
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                verb,
                "meeting",
                meeting.id(),
                meeting.villageCode(),
                Map.of("edition", meeting.edition(), "sha256", kept.sha256(), "size", kept.size()),
                kept.sha256().getBytes(StandardCharsets.US_ASCII)));
    }
}
