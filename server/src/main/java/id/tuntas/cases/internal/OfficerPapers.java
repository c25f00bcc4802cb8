package id.tuntas.cases.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Actor;
import id.tuntas.access.Purpose;
import id.tuntas.access.Verb;
import id.tuntas.cases.Cases;
import id.tuntas.cases.OfficerFamily;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer's families of the open round on paper: for a purpose that the ledger keeps, since they stand there by name. */
@Component
class OfficerPapers {

    /** @param name of the file, without its ending */
    record Printed(String name, byte[] pdf) {}

    private final OfficerSheet sheet;
    private final FamilySlips slips;
    private final Cases cases;
    private final Rounds rounds;
    private final Ledger ledger;
    private final BusinessClock clock;

    OfficerPapers(
            OfficerSheet sheet, FamilySlips slips, Cases cases, Rounds rounds, Ledger ledger, BusinessClock clock) {
        this.sheet = sheet;
        this.slips = slips;
        this.cases = cases;
        this.rounds = rounds;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** To tick off by hand, for days without a telephone. Throws {@link Refusal} 409 no-open-round. */
    @Transactional
    public Printed sheet(Actor actor, Account officer, Purpose purpose, Locale locale) {
        Round round = openRound(actor);
        List<OfficerFamily> families = handedOut(actor, Verb.CASE_READ, officer, round, "sheet", purpose);
        return new Printed(
                round.code() + "-" + officer.username(),
                sheet.pdf(officer.name(), round, families, clock.today(), locale));
    }

    /**
     * To be left with each family: its number and the code of its own status. For the officer and who deals out the work.
     *
     * @throws Refusal 403 for anybody else; 409 no-open-round
     */
    @Transactional
    public Printed slips(Actor actor, Account officer, Purpose purpose, Locale locale) {
        if (!officer.id().equals(actor.id())) {
            actor.require(Verb.CASE_ASSIGN);
        }
        Round round = openRound(actor);
        List<OfficerFamily> families = handedOut(actor, Verb.CASE_ASSIGN, officer, round, "slips", purpose);
        return new Printed(round.code() + "-" + officer.username() + "-lembar", slips.pdf(round, families, locale));
    }

    private Round openRound(Actor actor) {
        return rounds.current(actor.regencyCode()).orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, "no-open-round"));
    }

    /** Those of the round where the actor may do this. */
    private List<OfficerFamily> handedOut(
            Actor actor, Verb verb, Account officer, Round round, String form, Purpose purpose) {
        List<OfficerFamily> families = cases.familiesOf(actor.regencyCode(), officer.id()).stream()
                .filter(work -> work.family().roundId().equals(round.id()))
                .filter(work -> officer.id().equals(actor.id())
                        || actor.may(verb, work.family().villageCode()))
                .toList();
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "officer.exported",
                "account",
                officer.id(),
                actor.regencyCode(),
                Map.of("families", families.size(), "form", form, "purpose", purpose.key()),
                form.getBytes(StandardCharsets.US_ASCII)));
        return families;
    }
}
