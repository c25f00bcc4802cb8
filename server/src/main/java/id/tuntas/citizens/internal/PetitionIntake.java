package id.tuntas.citizens.internal;

import id.tuntas.citizens.NewPetition;
import id.tuntas.evidence.Evidence;
import id.tuntas.evidence.EvidenceFile;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Json;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Regency;
import id.tuntas.platform.SpokenCode;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what citizens send. It looks at no family, so neither its answer nor the time it takes tells anything of one. */
@Component
class PetitionIntake {

    private final PetitionStore store;
    private final PetitionCodes codes;
    private final Evidence evidence;
    private final Rounds rounds;
    private final Regency regency;
    private final BusinessClock clock;
    private final Ledger ledger;
    private final Json json;

    PetitionIntake(
            PetitionStore store,
            PetitionCodes codes,
            Evidence evidence,
            Rounds rounds,
            Regency regency,
            BusinessClock clock,
            Ledger ledger,
            Json json) {
        this.store = store;
        this.codes = codes;
        this.evidence = evidence;
        this.rounds = rounds;
        this.regency = regency;
        this.clock = clock;
        this.ledger = ledger;
        this.json = json;
    }

    boolean isKept(UUID sentId) {
        return store.isKept(regency.code(), sentId);
    }

    /** Returns its code, for one that was sent before too. */
    @Transactional
    public SpokenCode take(NewPetition petition) {
        Round round = rounds.current(regency.code())
                .orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, "no-round-for-citizens"));
        EvidenceFile photo = petition.photo();
        if (photo != null) {
            evidence.register(regency.code(), List.of(photo));
            if (evidence.thumbnail(regency.code(), photo.sha256()).isEmpty()) {
                throw Refusal.invalid("/photo", "not-a-photo");
            }
        }
        UUID id = Ids.next();
        SpokenCode code = codes.of(petition.sentId());
        boolean taken = store.insert(
                regency.code(),
                id,
                round.id(),
                petition,
                codes.digest(code),
                clock.today().plusDays(round.answerDays()));
        if (taken) {
            ledger.record(new Act(
                    regency.code(),
                    null,
                    "petition.received",
                    "petition",
                    id,
                    petition.village(),
                    Map.of("kind", petition.kind().key()),
                    json.write(petition).getBytes(StandardCharsets.UTF_8)));
        }
        return code;
    }
}
