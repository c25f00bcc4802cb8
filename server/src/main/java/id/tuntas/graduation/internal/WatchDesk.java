package id.tuntas.graduation.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.forms.Words;
import id.tuntas.graduation.GraduationRule;
import id.tuntas.graduation.Watches;
import id.tuntas.graduation.internal.WatchStore.Entrant;
import id.tuntas.graduation.internal.WatchStore.Halted;
import id.tuntas.graduation.internal.WatchStore.Prepared;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Lot;
import id.tuntas.platform.Reason;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class WatchDesk implements Watches {

    private static final int MOST = 100;

    /** A day farther away is a slip of the year. */
    private static final Period FARTHEST = Period.ofYears(2);

    /** What the ledger calls it; its content is the round, the day, the number and the hash of the seed. */
    static final String PREPARED = "watch.prepared";

    /** Its content is the reason. */
    static final String CALLED_OFF = "watch.called-off";

    private final WatchStore store;
    private final WatchQueries queries;
    private final WatchSending officers;
    private final RuleStore rules;
    private final Rounds rounds;
    private final Ledger ledger;
    private final BusinessClock clock;
    private final SecureRandom random = new SecureRandom();

    WatchDesk(
            WatchStore store,
            WatchQueries queries,
            WatchSending officers,
            RuleStore rules,
            Rounds rounds,
            Ledger ledger,
            BusinessClock clock) {
        this.store = store;
        this.queries = queries;
        this.officers = officers;
        this.rules = rules;
        this.rounds = rounds;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID prepare(Actor actor, String roundCode, LocalDate opensOn, int perStratum) {
        Round round = mine(actor, roundCode);
        LocalDate last = clock.today().plus(FARTHEST);
        if (!opensOn.isAfter(clock.today())) {
            throw Refusal.invalid("/opensOn", "watch-day-early");
        }
        if (opensOn.isAfter(last)) {
            throw Refusal.invalid("/opensOn", "watch-day-far", Words.ofDay(last));
        }
        if (perStratum < 1 || perStratum > MOST) {
            throw Refusal.invalid("/perStratum", "out-of-range");
        }
        Prepared watch = new Prepared(Ids.next(), opensOn, perStratum, seed());
        if (!store.prepare(actor, round.id(), watch, hash(watch.seed()))) {
            throw new Refusal(HttpStatus.CONFLICT, "watch-there");
        }
        record(
                actor,
                PREPARED,
                watch.id(),
                Map.of("opensOn", opensOn.toString(), "perStratum", perStratum, "seedHash", hash(watch.seed())),
                round.code() + " " + opensOn + " " + perStratum + " " + hash(watch.seed()));
        return watch.id();
    }

    @Override
    @Transactional
    public void callOff(Actor actor, String roundCode, UUID watchId, String reason) {
        Round round = mine(actor, roundCode);
        Reason.require("/reason", reason);
        if (queries.watches(actor.regencyCode(), round.id()).stream()
                .noneMatch(watch -> watch.id().equals(watchId))) {
            throw Refusal.notFound();
        }
        Prepared watch = store.lockPrepared(actor.regencyCode(), round.id())
                .filter(prepared -> prepared.id().equals(watchId))
                .orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, "watch-over"));
        store.setCalledOff(actor, watch.id(), reason);
        record(actor, CALLED_OFF, watch.id(), Map.of("opensOn", watch.opensOn().toString()), reason);
    }

    @Override
    @Transactional
    public int draw(Actor actor, String roundCode) {
        Round round = mine(actor, roundCode);
        Prepared watch = store.lockPrepared(actor.regencyCode(), round.id()).orElseThrow(Refusal::notFound);
        if (clock.today().isBefore(watch.opensOn())) {
            throw new Refusal(HttpStatus.CONFLICT, "watch-not-yet");
        }
        List<Entrant> entrants = store.leftTheCount(actor.regencyCode(), round.id());
        List<Entrant> drawn = new ArrayList<>();
        strata(entrants).forEach((stratum, families) -> {
            Entrant one = families.getFirst();
            store.insertStratum(actor.regencyCode(), watch.id(), one.district(), one.kind(), families.size());
            drawn.addAll(lot(watch.seed(), families, watch.perStratum()));
        });
        int sent = officers.draw(actor, officers.watch(watch.id(), watch.seed()), drawn);
        if (sent == 0) {
            throw nobody();
        }
        store.setDrawn(actor.regencyCode(), watch.id());
        record(
                actor,
                "watch.drawn",
                watch.id(),
                Map.of("families", entrants.size(), "drawn", drawn.size(), "sent", sent),
                entrants + "\n" + drawn);
        return drawn.size();
    }

    @Override
    @Transactional
    public int send(Actor actor, String roundCode) {
        Round round = mine(actor, roundCode);
        store.oneSampleAtATime(actor.regencyCode(), round.id());
        int sent = 0;
        for (Halted draw : store.halted(actor.regencyCode(), round.id())) {
            WatchSending.Sending sending = draw.months() == null
                    ? officers.watch(draw.id(), draw.seed())
                    : officers.sample(draw.id(), draw.seed(), draw.months());
            int now = officers.send(actor, sending, store.unsent(actor.regencyCode(), draw.id()));
            if (now > 0) {
                record(actor, "watch.sent", draw.id(), Map.of("sent", now), draw.seed() + " " + now);
            }
            sent += now;
        }
        return sent;
    }

    @Override
    public List<Unsent> unsent(Actor actor, String roundCode) {
        return queries.unsentOf(actor.regencyCode(), mine(actor, roundCode).id());
    }

    @Override
    public List<PoorAgain> poorAgain(Actor actor, String roundCode) {
        actor.require(Verb.CASE_READ);
        return queries.poorAgain(
                actor.regencyCode(), rounds.get(actor.regencyCode(), roundCode).id(), actor.scope(Verb.CASE_READ));
    }

    @Override
    public List<Due> due(String regencyCode, UUID roundId) {
        LocalDate today = clock.today();
        List<Due> due = new ArrayList<>();
        GraduationRule rule = rules.of(regencyCode, roundId);
        for (int months : rule.isSet() ? rule.sampleMonths() : List.<Integer>of()) {
            List<Entrant> graduated = store.graduatedUntil(regencyCode, roundId, months, today.minusMonths(months));
            queries.firstDay(regencyCode, roundId, graduated)
                    .ifPresent(day -> due.add(new Due(Duty.SAMPLE, graduated.size(), day.plusMonths(months))));
        }
        store.prepared(regencyCode, roundId)
                .filter(watch -> !today.isBefore(watch.opensOn()))
                .ifPresent(watch -> due.add(new Due(
                        Duty.WATCH, store.leftTheCount(regencyCode, roundId).size(), watch.opensOn())));
        store.halted(regencyCode, roundId).stream()
                .findFirst()
                .ifPresent(draw -> due.add(new Due(
                        Duty.OFFICER,
                        queries.unsentOf(regencyCode, roundId).size(),
                        BusinessClock.dayOf(draw.drawnAt()))));
        List<PoorAgain> again = queries.poorAgain(regencyCode, roundId, new String[] {"%"});
        again.stream()
                .map(PoorAgain::visitedOn)
                .min(Comparator.naturalOrder())
                .ifPresent(day -> due.add(new Due(Duty.POOR_AGAIN, again.size(), day)));
        return due;
    }

    @Override
    public List<Sample> samples(String regencyCode, UUID roundId) {
        return queries.samples(regencyCode, roundId);
    }

    @Override
    public Optional<LocalDate> sampleDueOn(String regencyCode, UUID roundId) {
        GraduationRule rule = rules.of(regencyCode, roundId);
        return rule.isSet()
                ? rule.sampleMonths().stream()
                        .flatMap(months ->
                                store
                                        .firstGraduated(regencyCode, roundId, months)
                                        .map(day -> dueOn(day, months))
                                        .stream())
                        .min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** The first day so many months before which is not before the graduation. */
    private static LocalDate dueOn(LocalDate graduated, int months) {
        LocalDate day = graduated.plusMonths(months);
        return day.minusMonths(months).isBefore(graduated) ? day.plusDays(1) : day;
    }

    private static Refusal nobody() {
        return new Refusal(HttpStatus.CONFLICT, "watch-nobody");
    }

    @Override
    @Transactional
    public int drawSamples(Actor actor, String roundCode) {
        Round round = mine(actor, roundCode);
        GraduationRule rule = rules.of(actor.regencyCode(), round.id());
        store.oneSampleAtATime(actor.regencyCode(), round.id());
        int drawn = 0;
        for (int months : rule.isSet() ? rule.sampleMonths() : List.<Integer>of()) {
            drawn += drawSample(actor, round, rule, months);
        }
        return drawn;
    }

    private int drawSample(Actor actor, Round round, GraduationRule rule, int months) {
        LocalDate through = clock.today().minusMonths(months);
        List<Entrant> due = store.graduatedUntil(actor.regencyCode(), round.id(), months, through);
        if (due.isEmpty()) {
            return 0;
        }
        UUID id = Ids.next();
        String seed = seed();
        store.insertSample(actor, round.id(), id, months, through, seed, hash(seed));
        strata(due)
                .forEach((stratum, families) -> store.insertStratum(
                        actor.regencyCode(),
                        id,
                        families.getFirst().district(),
                        families.getFirst().kind(),
                        families.size()));
        List<Entrant> drawn = lot(seed, due, Math.ceilDiv(due.size() * rule.samplePercent(), 100));
        int sent = officers.draw(actor, officers.sample(id, seed, months), drawn);
        record(
                actor,
                "graduation.sampled",
                id,
                Map.of("seed", seed, "months", months, "families", due.size(), "drawn", drawn.size(), "sent", sent),
                due + "\n" + drawn);
        return drawn.size();
    }

    @Override
    public List<Watch> list(String regencyCode, UUID roundId) {
        return queries.watches(regencyCode, roundId);
    }

    private Round mine(Actor actor, String roundCode) {
        actor.require(Verb.VISIT_SAMPLE, actor.regencyCode());
        return rounds.get(actor.regencyCode(), roundCode);
    }

    private static Map<String, List<Entrant>> strata(List<Entrant> entrants) {
        return entrants.stream()
                .collect(Collectors.groupingBy(
                        one -> one.district() + " " + one.kind(), TreeMap::new, Collectors.toList()));
    }

    private static List<Entrant> lot(String seed, List<Entrant> families, int size) {
        Map<UUID, Entrant> byId = families.stream().collect(Collectors.toMap(Entrant::familyId, Function.identity()));
        return Lot.draw(seed, byId.keySet(), size).stream().map(byId::get).toList();
    }

    private String seed() {
        byte[] lot = new byte[32];
        random.nextBytes(lot);
        return HexFormat.of().formatHex(lot);
    }

    private static String hash(String seed) {
        return Hashes.hex(Hashes.sha256(seed.getBytes(StandardCharsets.UTF_8)));
    }

    private void record(Actor actor, String verb, UUID id, Map<String, Object> detail, String content) {
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                verb,
                "draw",
                id,
                actor.regencyCode(),
                detail,
                content.getBytes(StandardCharsets.UTF_8)));
    }
}
