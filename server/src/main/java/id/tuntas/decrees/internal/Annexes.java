package id.tuntas.decrees.internal;

import com.fasterxml.jackson.annotation.JsonValue;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.decrees.AnnexProof;
import id.tuntas.decrees.internal.Locked.Line;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.ledger.Ledger.Block;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of a decree as it leaves the house: as a paper, as a workbook, and as a proof about one family. */
@Component
class Annexes {

    private static final String EVERYWHERE = "%";

    private final DecreeQueries queries;
    private final Rounds rounds;
    private final Ledger ledger;
    private final BusinessClock clock;

    Annexes(DecreeQueries queries, Rounds rounds, Ledger ledger, BusinessClock clock) {
        this.queries = queries;
        this.rounds = rounds;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What a workbook with everybody's numbers is wanted for. */
    enum Purpose {
        MINISTRY("ministry"),
        AGENCY("agency"),
        AUDIT("audit"),
        CORRECTION("correction");

        private final String key;

        Purpose(String key) {
            this.key = key;
        }

        @JsonValue
        String key() {
            return key;
        }

        static Optional<Purpose> findByKey(String key) {
            return Arrays.stream(values())
                    .filter(purpose -> purpose.key.equals(key))
                    .findFirst();
        }
    }

    /**
     * @param did what this decree did, and {@code list} what is in force from it on; by number
     */
    record Annex(Round round, Locked decree, List<Line> did, List<Line> list) {}

    /** Throws {@link Refusal} 404 when the round has no such decree. */
    Annex get(Actor actor, String roundCode, int ordinal) {
        Round round = rounds.get(actor.regencyCode(), roundCode);
        return queries.decrees(actor.regencyCode(), round.id()).stream()
                .filter(decree -> decree.ordinal() == ordinal)
                .findFirst()
                .map(decree -> annex(actor, round, decree))
                .orElseThrow(Refusal::notFound);
    }

    /** Of the decree that held on a day, today's without one. Throws {@link Refusal} 404 before the first. */
    private Annex on(Actor actor, String roundCode, @Nullable LocalDate day) {
        Round round = rounds.get(actor.regencyCode(), roundCode);
        Locked decree =
                DecreeQueries.on(queries.decrees(actor.regencyCode(), round.id()), day == null ? clock.today() : day);
        if (decree == null) {
            throw Refusal.notFound();
        }
        return annex(actor, round, decree);
    }

    private Annex annex(Actor actor, Round round, Locked decree) {
        return new Annex(
                round,
                decree,
                queries.lines(actor.regencyCode(), decree.id()),
                queries.inForce(actor.regencyCode(), round.id(), decree.ordinal(), EVERYWHERE));
    }

    /** Hands out a list with everybody's numbers, and records for what. */
    @Transactional
    public Annex handOut(Actor actor, String roundCode, @Nullable LocalDate day, Purpose purpose) {
        actor.require(Verb.NIK_UNMASK, actor.regencyCode());
        Annex annex = on(actor, roundCode, day);
        Map<String, Object> detail = Map.of(
                "ordinal", annex.decree().ordinal(), "families", annex.list().size(), "purpose", purpose.key());
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "decree.exported",
                "decree",
                annex.decree().id(),
                actor.regencyCode(),
                detail,
                annex.decree().root().getBytes(StandardCharsets.US_ASCII)));
        return annex;
    }

    /** Whether a family was on the list on a day. */
    AnnexProof prove(Actor actor, String roundCode, String number, @Nullable LocalDate day) {
        Annex annex = on(actor, roundCode, day);
        return AnnexProof.of(
                annex.round().code(),
                annex.decree().number(),
                annex.decree().decidedOn(),
                day == null ? clock.today() : day,
                annex.list().stream().map(Line::row).toList(),
                number);
    }

    /** The block of the ledger that seals a decree; sealed now if it waits still. */
    Block sealOf(String regencyCode, Locked decree) {
        return sealed(regencyCode, decree)
                .or(() -> {
                    ledger.seal(regencyCode);
                    return sealed(regencyCode, decree);
                })
                .orElseThrow();
    }

    private Optional<Block> sealed(String regencyCode, Locked decree) {
        Entry entry = ledger.of(regencyCode, decree.id()).getFirst();
        return Optional.ofNullable(entry.block()).flatMap(number -> ledger.findBlock(regencyCode, number));
    }
}
