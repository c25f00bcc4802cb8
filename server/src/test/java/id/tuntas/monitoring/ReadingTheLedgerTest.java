package id.tuntas.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.rounds.Round;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ReadingTheLedgerTest {

    @Autowired
    private Http http;

    @Autowired
    private CaseData data;

    @Autowired
    private Personas personas;

    @Test
    void showsTheEntriesOfOneSubject() {
        Round round = data.openRound("BUKU-1");

        Answer answer = http.as("fajar").get("/api/v1/ledger?subject=" + round.id());

        assertThat(answer.json().get("items")).hasSize(1);
        assertThat(answer.json().at("/items/0/verb").asString()).isEqualTo("round.created");
        assertThat(answer.json().at("/items/0/actor").asString()).isEqualTo("Citra");
        assertThat(answer.json().at("/items/0/leafHash").asString()).hasSize(64);
    }

    @Test
    void pagesThroughWhatOnePersonDid() {
        data.openRound("BUKU-2");
        data.openRound("BUKU-3");
        String path = "/api/v1/ledger?limit=1&actor=" + personas.actor("citra").id();

        Answer first = http.as("fajar").get(path);
        Answer second =
                http.as("fajar").get(path + "&after=" + first.json().get("next").asString());

        assertThat(first.json().get("items")).hasSize(1);
        assertThat(second.json().at("/items/0/id").asString())
                .isLessThan(first.json().at("/items/0/id").asString());
        assertThat(http.as("lina").get(path).json().get("items"))
                .as("another regency's ledger holds nothing of it")
                .isEmpty();
    }

    @Test
    void saysHowFarItIsSealed() {
        Answer answer = http.as("joko").get("/api/v1/ledger/state");

        assertThat(answer.json().get("entries").asLong()).isPositive();
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("entries", "blocks", "lastRoot", "data", "verifiedAt", "intact", "verified");
    }

    @Test
    void isForThoseWhoMayReadIt() {
        for (String path : List.of("/api/v1/ledger", "/api/v1/ledger/state")) {
            for (String stranger : List.of("ani", "budi", "dewa", "eka", "gita")) {
                assertThat(http.as(stranger).get(path).status()).as(stranger).isEqualTo(403);
            }
            assertThat(http.withoutSession().get(path).status()).isEqualTo(401);
        }
        assertThat(http.as("fajar").get("/api/v1/ledger?subject=nonsense").status())
                .isEqualTo(400);
    }

    @Test
    void tellsEverybodyTheDayAndTheRoundBeforeSigningIn() {
        data.openRound("BUKU-4");

        Answer answer = http.withoutSession().get("/api/v1/app");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/regency/code").asString()).isEqualTo("51.08");
        assertThat(answer.json().get("timezone").asString()).isEqualTo("Asia/Makassar");
        assertThat(answer.json().get("demo").asBoolean()).isFalse();
        assertThat(answer.json().at("/round/state").asString()).isEqualTo("open");
        assertThat(http.withoutSession().post("/api/v1/app", Map.of()).status()).isEqualTo(405);
    }
}
