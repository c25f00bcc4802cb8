package id.tuntas.cases.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.Cases;
import id.tuntas.cases.OfficerFamily;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/officers")
class OfficerController {

    private final OfficerQueries officers;
    private final OfficerSheet sheet;
    private final FamilySlips slips;
    private final Cases cases;
    private final Rounds rounds;
    private final BusinessClock clock;

    OfficerController(
            OfficerQueries officers,
            OfficerSheet sheet,
            FamilySlips slips,
            Cases cases,
            Rounds rounds,
            BusinessClock clock) {
        this.officers = officers;
        this.sheet = sheet;
        this.slips = slips;
        this.cases = cases;
        this.rounds = rounds;
        this.clock = clock;
    }

    @GetMapping
    Page<OfficerQueries.OfficerView> list(Actor actor, @RequestParam @Nullable String district) {
        return new Page<>(officers.list(actor, district), null);
    }

    /** The families of an officer on paper, for days without a telephone. */
    @GetMapping("/{id}/sheet.pdf")
    ResponseEntity<byte[]> sheet(Actor actor, @PathVariable UUID id, Locale locale) {
        Account officer = officers.get(actor, id);
        Round round = openRound(actor);
        return pdf(
                round.code() + "-" + officer.username(),
                sheet.pdf(officer.name(), round, families(actor, id, round), clock.today(), locale));
    }

    /** A slip for each family of an officer, to be left with it: its number and the code of its own status. */
    @GetMapping("/{id}/slips.pdf")
    ResponseEntity<byte[]> slips(Actor actor, @PathVariable UUID id, Locale locale) {
        Account officer = officers.get(actor, id);
        Round round = openRound(actor);
        return pdf(
                round.code() + "-" + officer.username() + "-lembar",
                slips.pdf(round, families(actor, id, round), locale));
    }

    private Round openRound(Actor actor) {
        return rounds.current(actor.regencyCode()).orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, "no-open-round"));
    }

    /** Those of the round that the actor may see. */
    private List<OfficerFamily> families(Actor actor, UUID officerId, Round round) {
        return cases.familiesOf(actor.regencyCode(), officerId).stream()
                .filter(work -> work.family().roundId().equals(round.id()))
                .filter(work -> officerId.equals(actor.id())
                        || actor.may(Verb.CASE_READ, work.family().villageCode()))
                .toList();
    }

    private static ResponseEntity<byte[]> pdf(String name, byte[] paper) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .body(paper);
    }
}
