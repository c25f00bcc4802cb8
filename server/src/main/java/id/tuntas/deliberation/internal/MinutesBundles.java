package id.tuntas.deliberation.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.deliberation.internal.BundleStore.Bundle;
import id.tuntas.deliberation.internal.BundleStore.Bundled;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.JobHandler;
import id.tuntas.platform.Jobs;
import id.tuntas.platform.PublicAddress;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * The minutes of all villages of a round whose meeting is closed, as one file: for a purpose that is asked and kept, since families stand in
 * it by name. A job makes what is missing and the hash of the whole; what is made stays, so that a job that died goes on where it was.
 */
@Component
class MinutesBundles implements JobHandler {

    static final String KIND = "minutes.bundle";

    private static final String PAPERS = "minutes";
    private static final String HASH = "minutesHash";

    record Payload(String address) {}

    /** @param villages whose minutes are in it */
    record Done(int villages, long size, String sha256) {}

    private final BundleStore store;
    private final MinutesDesk desk;
    private final MinutesArchive archive;
    private final Jobs jobs;
    private final Accounts accounts;
    private final Rounds rounds;
    private final Ledger ledger;
    private final PublicAddress address;
    private final TransactionTemplate transaction;

    MinutesBundles(
            BundleStore store,
            MinutesDesk desk,
            MinutesArchive archive,
            Jobs jobs,
            Accounts accounts,
            Rounds rounds,
            Ledger ledger,
            PublicAddress address,
            TransactionTemplate transaction) {
        this.store = store;
        this.desk = desk;
        this.archive = archive;
        this.jobs = jobs;
        this.accounts = accounts;
        this.rounds = rounds;
        this.ledger = ledger;
        this.address = address;
        this.transaction = transaction;
    }

    /** Returns the job's id. Throws {@link Refusal} 409 no-minutes while no meeting of the actor's region is closed. */
    @Transactional
    public UUID start(Actor actor, String roundCode, String purpose) {
        actor.require(Verb.CASE_READ);
        Round round = rounds.get(actor.regencyCode(), roundCode);
        List<UUID> meetings = store.closedMeetings(actor, round.id());
        if (meetings.isEmpty()) {
            throw new Refusal(HttpStatus.CONFLICT, "no-minutes");
        }
        UUID id = jobs.start(actor.regencyCode(), KIND, new Payload(address.base()), actor.id());
        store.insert(actor, id, round.id(), meetings, purpose);
        record(
                actor,
                "minutes.exported",
                round.id(),
                Map.of("job", id.toString(), "meetings", meetings.size()),
                purpose);
        return id;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Done run(String regencyCode, UUID jobId, JsonNode payload, Progress progress) throws IOException {
        Bundle bundle = store.find(regencyCode, jobId).orElseThrow();
        Actor actor = accounts.actor(regencyCode, bundle.askedBy());
        long total = bundle.meetings().size();
        long done = 0;
        for (UUID meeting : bundle.meetings()) {
            progress.at(PAPERS, done++, total);
            desk.keep(actor, meeting, payload.get("address").asString());
        }
        progress.at(HASH, total, total);
        List<Bundled> papers = store.papers(regencyCode, bundle);
        MessageDigest digest = Hashes.sha256();
        Counted counted = new Counted();
        try (OutputStream out = new DigestOutputStream(counted, digest)) {
            archive.write(regencyCode, papers, out);
        }
        int villages =
                (int) papers.stream().map(Bundled::villageCode).distinct().count();
        Done file = new Done(villages, counted.bytes, Hashes.hex(digest.digest()));
        if (bundle.sha256() == null) {
            finish(actor, bundle, file);
        }
        return file;
    }

    private void finish(Actor actor, Bundle bundle, Done file) {
        transaction.executeWithoutResult(status -> {
            store.finish(actor.regencyCode(), bundle.id(), file.sha256(), file.size());
            record(
                    actor,
                    "minutes.bundled",
                    bundle.roundId(),
                    Map.of("job", bundle.id().toString(), "villages", file.villages(), "sha256", file.sha256()),
                    file.sha256());
        });
    }

    /**
     * The papers of a bundle that is done, for whoever asked for it and may still read the families.
     *
     * @throws Refusal 404 for everybody else, and before it is done
     */
    List<Bundled> papers(Actor actor, UUID roundId, UUID id) {
        actor.require(Verb.CASE_READ);
        return store.find(actor.regencyCode(), id)
                .filter(bundle -> bundle.roundId().equals(roundId)
                        && bundle.askedBy().equals(actor.id())
                        && bundle.sha256() != null)
                .map(bundle -> store.papers(actor.regencyCode(), bundle))
                .filter(papers -> papers.stream().allMatch(paper -> actor.may(Verb.CASE_READ, paper.villageCode())))
                .orElseThrow(Refusal::notFound);
    }

    private void record(Actor actor, String verb, UUID roundId, Map<String, Object> detail, String content) {
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                verb,
                "round",
                roundId,
                actor.regencyCode(),
                detail,
                content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Keeps nothing but how much it was. */
    private static final class Counted extends OutputStream {

        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}
