package id.tuntas.interventions.internal;

import id.tuntas.access.Actor;
import id.tuntas.interventions.Confirmations;
import id.tuntas.interventions.Confirmations.Place;
import id.tuntas.interventions.Confirmations.Word;
import id.tuntas.interventions.Delivery.Proof;
import id.tuntas.interventions.InterventionState;
import id.tuntas.interventions.ProofKind;
import id.tuntas.platform.Json;
import id.tuntas.platform.Refusal;
import id.tuntas.visits.ExportedFolder;
import id.tuntas.visits.Submission.SentFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** What an officer said about a delivery and could not send, as a phone's export brings it. */
@Component
class CarriedWords implements ExportedFolder {

    /** @param version of the delivery that he saw */
    private record Said(
            @Nullable UUID id,
            @Nullable UUID delivery,
            @Nullable Integer version,
            @Nullable String said,
            @Nullable LocalDate seenOn,
            @Nullable String note,
            @Nullable Place place,
            @Nullable String unplaced) {}

    private final Confirmations confirmations;
    private final Json json;

    CarriedWords(Confirmations confirmations, Json json) {
        this.confirmations = confirmations;
        this.json = json;
    }

    @Override
    public String file() {
        return "word.json";
    }

    @Override
    public boolean take(Actor officer, byte[] content, List<SentFile> files) {
        Said said = read(content);
        if (said.id() == null || said.delivery() == null || said.version() == null || said.seenOn() == null) {
            throw unreadable();
        }
        InterventionState state = InterventionState.findByKey(said.said() == null ? "" : said.said())
                .filter(InterventionState::isSeenByOfficer)
                .orElseThrow(CarriedWords::unreadable);
        List<Proof> photos = files.stream()
                .map(photo -> new Proof(ProofKind.PHOTO, photo.file()))
                .toList();
        return confirmations.say(
                officer,
                said.delivery(),
                said.version(),
                new Word(
                        said.id(),
                        state,
                        said.seenOn(),
                        said.note() == null ? "" : said.note().strip(),
                        said.place(),
                        said.unplaced(),
                        photos));
    }

    private Said read(byte[] content) {
        try {
            Said said = json.read(new String(content, StandardCharsets.UTF_8), Said.class);
            if (said == null) {
                throw unreadable();
            }
            return said;
        } catch (JacksonException notJson) {
            throw unreadable();
        }
    }

    private static Refusal unreadable() {
        return Refusal.invalid("/word", "malformed");
    }
}
