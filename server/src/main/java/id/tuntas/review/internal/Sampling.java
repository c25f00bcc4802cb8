package id.tuntas.review.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Lot;
import id.tuntas.platform.Refusal;
import id.tuntas.review.DrawnSample;
import id.tuntas.review.SecondLook;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import id.tuntas.visits.VisitSummary;
import id.tuntas.visits.Visits;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Visits that are looked at a second time, by lot, so that nobody can choose them. */
@Component
class Sampling {

    private static final int MOST = 100;
    private static final int LONGEST_REASON = 2000;

    private final Rounds rounds;
    private final Visits visits;
    private final ReviewStore store;
    private final ReviewQueries queries;
    private final Ledger ledger;
    private final SecureRandom random = new SecureRandom();

    Sampling(Rounds rounds, Visits visits, ReviewStore store, ReviewQueries queries, Ledger ledger) {
        this.rounds = rounds;
        this.visits = visits;
        this.store = store;
        this.queries = queries;
        this.ledger = ledger;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public DrawnSample draw(Actor actor, String roundCode, int perDistrict) {
        String regency = actor.regencyCode();
        actor.require(Verb.VISIT_SAMPLE, regency);
        Round round = rounds.get(regency, roundCode);
        if (perDistrict < 1 || perDistrict > MOST) {
            throw Refusal.invalid("/perDistrict", "out-of-range");
        }
        store.oneDrawAtATime(regency, round.id());
        byte[] lot = new byte[16];
        random.nextBytes(lot);
        String seed = HexFormat.of().formatHex(lot);
        Map<String, Integer> drawn = new TreeMap<>();
        List<UUID> sample = new ArrayList<>();
        queries.approvedAndNotDrawn(regency, round.id()).forEach((district, candidates) -> {
            List<UUID> chosen = Lot.draw(seed, candidates, perDistrict);
            drawn.put(district, chosen.size());
            sample.addAll(chosen);
        });
        DrawnSample result = new DrawnSample(Ids.next(), seed, perDistrict, drawn);
        store.insertSample(actor, round.id(), result, sample);
        ledger.record(new Act(
                regency,
                actor.id(),
                "sample.drawn",
                "sample",
                result.id(),
                regency,
                Map.of("round", round.code(), "seed", seed, "perDistrict", perDistrict, "drawn", sample.size()),
                sample.toString().getBytes(StandardCharsets.UTF_8)));
        return result;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void recheck(Actor actor, UUID visitId, SecondLook outcome, String reason) {
        actor.require(Verb.VISIT_SAMPLE);
        VisitSummary visit = visits.findSummary(actor.regencyCode(), visitId)
                .filter(found -> actor.may(Verb.VISIT_SAMPLE, found.region()))
                .filter(found -> queries.sampled(actor.regencyCode(), visitId).isPresent())
                .orElseThrow(Refusal::notFound);
        if (visit.officerId().equals(actor.id())) {
            throw new Refusal(HttpStatus.FORBIDDEN, "own-visit");
        }
        if (queries.approvedBy(actor, visitId)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "own-approval");
        }
        if (outcome == SecondLook.DOUBTED && reason.isBlank()) {
            throw Refusal.invalid("/reason", "required");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("/reason", "too-long", LONGEST_REASON);
        }
        if (!store.setRechecked(actor, visitId, outcome, reason.strip())) {
            throw new Refusal(HttpStatus.CONFLICT, "already-rechecked");
        }
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "visit.rechecked",
                "visit",
                visitId,
                visit.region(),
                Map.of("outcome", outcome.key()),
                (outcome.key() + " " + reason.strip()).getBytes(StandardCharsets.UTF_8)));
    }
}
