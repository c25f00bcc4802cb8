package id.tuntas.citizens.internal;

import static id.tuntas.citizens.Citizen.petition;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.citizens.Citizen;
import id.tuntas.deliberation.Hall;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** A sender's telephone number goes the round's days after the answer. */
@VisitsTest
@Import({Citizen.class, Hall.class})
class KeepingTelephonesTest {

    private static final String PHONE = "0812 3456 7890";

    @Autowired
    private Citizen citizen;

    @Autowired
    private PhoneRetention retention;

    @Autowired
    private Field field;

    @Autowired
    private Ledger ledger;

    @Autowired
    private BusinessClock clock;

    @AfterEach
    void theDayIsTheFieldsAgain() {
        clock.playOn(Field.TODAY);
    }

    @Test
    void aNumberIsDeletedThirtyDaysAfterTheAnswerAndNotWhileOneIsWaitedFor() {
        assertThat(field.round().phoneDays()).isEqualTo(30);
        Map<String, String> answered = petition("objection", "phone", PHONE);
        Map<String, String> waiting = petition("objection", "phone", PHONE);
        citizen.sent(answered);
        citizen.sent(waiting);
        JsonNode seen = citizen.seen("budi", answered);
        assertThat(citizen.act("budi", seen, "decline", Map.of("reason", "unclear", "note", "Dua Gede"))
                        .status())
                .isEqualTo(204);

        clock.playOn(Field.TODAY.plusDays(30));
        retention.sweep();
        assertThat(phone(answered)).isEqualTo(PHONE);
        clock.playOn(Field.TODAY.plusDays(31));
        retention.sweep();
        retention.sweep();

        assertThat(phone(answered)).isEmpty();
        assertThat(phone(waiting)).isEqualTo(PHONE);
        assertThat(ledger.of(REGENCY, UUID.fromString(seen.get("id").asString())))
                .extracting(Entry::verb)
                .containsExactly("petition.received", "petition.declined", "petition.phone-deleted");
    }

    @Test
    void aNumberIsDeletedOnceWhenItsSenderAsksForIt() {
        Map<String, String> waiting = petition("objection", "phone", PHONE);
        citizen.sent(waiting);
        JsonNode seen = citizen.seen("budi", waiting);

        assertThat(citizen.deletePhone("hana", seen).status()).isEqualTo(404);
        assertThat(citizen.deletePhone("budi", seen).status()).isEqualTo(204);
        assertThat(citizen.deletePhone("budi", seen).status()).isEqualTo(404);

        assertThat(phone(waiting)).isEmpty();
        assertThat(ledger.of(REGENCY, UUID.fromString(seen.get("id").asString())))
                .extracting(Entry::verb)
                .containsExactly("petition.received", "petition.phone-deleted");
    }

    /** As the office sees it; empty without one. */
    private String phone(Map<String, String> fields) {
        return citizen.seen("budi", fields).get("phone").asString("");
    }
}
