package id.tuntas.programmes;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.ServerTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class ManagingProgrammesTest {

    private static final String PROGRAMMES = "/api/v1/programmes";
    private static final AtomicInteger CODES = new AtomicInteger();

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    @Test
    void keepsAProgrammeAsItWasGiven() {
        Map<String, Object> wanted = programme();
        Answer created = http.as("citra").post(PROGRAMMES, wanted);

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        JsonNode kept = http.as("eka").get(path(created.json())).json();
        assertThat(kept.get("code").asString()).isEqualTo(wanted.get("code"));
        assertThat(kept.get("agency").asString()).isEqualTo("Dinas Perkimta");
        assertThat(kept.get("funding").asString()).isEqualTo("apbdRegency");
        assertThat(kept.get("amount").asLong()).isEqualTo(20_000_000);
        assertThat(kept.at("/needs/0").asString()).isEqualTo("housing");
        assertThat(kept.at("/rule/conditions/0/text/en").asString()).isEqualTo("Rumah milik sendiri");
        assertThat(kept.at("/rule/documents/0/expression").isNull()).isTrue();
        assertThat(kept.at("/quotas/0/units").asInt()).isEqualTo(283);
        assertThat(entries(kept)).containsExactly("programme.created");
        assertThat(http.as("citra").get(PROGRAMMES).json().get("items").valueStream())
                .anyMatch(one -> one.get("id").equals(kept.get("id")));
    }

    @Test
    void aRuleWithACharacterThatNoTextHoldsIsMalformed() {
        Map<String, Object> wanted = programme();
        JsonNode created = http.as("citra").post(PROGRAMMES, wanted).json();
        wanted.put("rule", Map.of("conditions", List.of(line("Rumah\0sendiri", "people > 4")), "documents", List.of()));

        Answer revised = revise("citra", created, wanted);

        assertThat(revised.status()).as(revised.body()).isEqualTo(400);
        assertThat(revised.code()).isEqualTo("malformed");
    }

    @Test
    void aChangedRuleIsANewVersionAndTheOldOneStays() {
        Map<String, Object> wanted = programme();
        JsonNode created = http.as("citra").post(PROGRAMMES, wanted).json();
        wanted.put("name", "Rehab rumah");
        JsonNode renamed = revise("joko", created, wanted).json();
        wanted.put("rule", rule("people > 4"));
        JsonNode ruled = revise("citra", renamed, wanted).json();

        assertThat(renamed.get("ruleVersion").asInt()).isEqualTo(1);
        assertThat(ruled.get("ruleVersion").asInt()).isEqualTo(2);
        List<JsonNode> rules = http.as("fajar")
                .get(path(created) + "/rules")
                .json()
                .get("items")
                .valueStream()
                .toList();
        assertThat(rules).extracting(one -> one.get("version").asInt()).containsExactly(2, 1);
        assertThat(rules.getLast().at("/rule/conditions/0/expression").asString())
                .isEqualTo("house.ownership == 'own'");
        assertThat(rules.getFirst().get("savedBy").asString()).isEqualTo("Citra");
        assertThat(entries(created)).containsExactly("programme.created", "programme.revised", "programme.revised");
    }

    @Test
    void keepsNoRuleThatIsWrongAndSaysWhere() {
        Map<String, Object> wanted = programme();
        wanted.put(
                "rule",
                Map.of(
                        "conditions",
                        List.of(
                                line("Rumah sendiri", "house.ownership == 'own'"),
                                line("Atap rumbia", "house.roof == 'rumbia'"),
                                line("", "")),
                        "documents",
                        List.of(line("KK", "kartu"))));

        Answer refused = http.as("citra").header("Accept-Language", "id").post(PROGRAMMES, wanted);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").valueStream())
                .extracting(error -> error.get("pointer").asString() + " "
                        + error.get("code").asString())
                .containsExactly(
                        "/rule/conditions/1/expression rule-unknown-choice",
                        "/rule/conditions/2/text/id required",
                        "/rule/conditions/2/expression required",
                        "/rule/documents/0/expression rule-unknown-word");
        assertThat(refused.json().at("/errors/0/detail").asString())
                .startsWith("Huruf ke-15: “rumbia” bukan pilihan dari house.roof. Pilihannya: concrete, tile");
        assertThat(http.as("citra")
                        .header("Accept-Language", "en")
                        .post(PROGRAMMES, wanted)
                        .json()
                        .at("/errors/3/detail")
                        .asString())
                .isEqualTo("Character 1: the word “kartu” is not known. Choose from the list of words.");
    }

    @Test
    void namesEveryFieldThatDoesNotFit() {
        Map<String, Object> wanted = programme();
        wanted.putAll(Map.of("code", "rumah baru", "name", " ", "pillar", 4, "amount", 0, "agency", "x".repeat(121)));
        wanted.put("notWith", List.of("TIDAK-ADA"));
        wanted.put(
                "quotas",
                List.of(
                        Map.of("year", 1999, "area", "51.08", "units", -1),
                        Map.of("year", 2023, "area", "51.07", "units", 5),
                        Map.of("year", 2023, "area", "51.07", "units", 5),
                        Map.of("year", 2023, "area", "51.08"),
                        Map.of("year", 2024, "area", "51.08", "rupiah", -1)));

        assertThat(pointers(http.as("citra").post(PROGRAMMES, wanted)))
                .containsExactlyInAnyOrder(
                        "/code",
                        "/name",
                        "/pillar",
                        "/amount",
                        "/agency",
                        "/notWith",
                        "/quotas/0/year",
                        "/quotas/0/units",
                        "/quotas/1/area",
                        "/quotas/2/area",
                        "/quotas/2",
                        "/quotas/3",
                        "/quotas/4/rupiah");
        wanted.putAll(Map.of("funding", "hibah", "unit", "desa", "needs", List.of("housing", "mobil")));
        assertThat(pointers(http.as("citra").post(PROGRAMMES, wanted)))
                .containsExactly("/funding", "/unit", "/needs/1");
    }

    @Test
    void anAmountWithAFractionIsRefusedAndNotCut() {
        Map<String, Object> wanted = programme();
        wanted.put("amount", 1.5);

        assertThat(http.as("citra").post(PROGRAMMES, wanted).status()).isEqualTo(400);
    }

    @Test
    void aYearMayBringNothing() {
        Map<String, Object> wanted = programme();
        wanted.put("quotas", List.of(Map.of("year", 2023, "area", REGENCY, "units", 0, "rupiah", 0)));

        Answer created = http.as("citra").post(PROGRAMMES, wanted);

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.json().at("/quotas/0/units").asInt()).isZero();
        assertThat(created.json().at("/quotas/0/rupiah").asInt()).isZero();
    }

    @Test
    void aCodeIsTakenOnceAndStays() {
        Map<String, Object> wanted = programme();
        JsonNode created = http.as("citra").post(PROGRAMMES, wanted).json();

        assertThat(pointers(http.as("citra").post(PROGRAMMES, wanted))).containsExactly("/code");
        wanted.put("code", "LAIN");
        assertThat(pointers(revise("citra", created, wanted))).containsExactly("/code");
    }

    @Test
    void twoProgrammesExcludeEachOtherWhicheverSaysSoAndWhicheverTakesItBack() {
        Map<String, Object> alone = programme();
        JsonNode first = http.as("citra").post(PROGRAMMES, alone).json();
        Map<String, Object> wanted = programme();
        wanted.put("notWith", List.of(first.get("code").asString()));
        JsonNode second = http.as("citra").post(PROGRAMMES, wanted).json();

        assertThat(http.as("citra").get(path(first)).json().get("notWith"))
                .extracting(JsonNode::asString)
                .containsExactly(second.get("code").asString());
        assertThat(revise("citra", first, alone).json().get("notWith")).isEmpty();
        assertThat(http.as("citra").get(path(second)).json().get("notWith")).isEmpty();
    }

    @Test
    void whoeverWasSlowerIsTold() {
        Map<String, Object> wanted = programme();
        JsonNode created = http.as("citra").post(PROGRAMMES, wanted).json();
        revise("joko", created, wanted);

        assertThat(revise("citra", created, wanted).code()).isEqualTo("stale");
        assertThat(http.as("citra").put(path(created), wanted).status()).isEqualTo(428);
    }

    @Test
    void isManagedByTheRegencyAloneAndReadByThoseWhoWorkWithIt() {
        JsonNode created = http.as("citra").post(PROGRAMMES, programme()).json();
        for (String persona : List.of("ani", "budi", "dewa", "eka", "fajar", "gita", "hana")) {
            assertThat(http.as(persona).post(PROGRAMMES, programme()).status())
                    .as(persona)
                    .isEqualTo(403);
            assertThat(revise(persona, created, programme()).status())
                    .as(persona)
                    .isEqualTo(403);
            assertThat(http.as(persona)
                            .post(PROGRAMMES + "/start", Map.of("set", "usual"))
                            .status())
                    .as(persona)
                    .isEqualTo(403);
        }
        for (String persona : List.of("budi", "dewa", "eka", "fajar", "joko")) {
            assertThat(http.as(persona).get(path(created)).status()).as(persona).isEqualTo(200);
        }
        assertThat(http.as("ani").get(PROGRAMMES).status()).isEqualTo(403);
        assertThat(http.as("lina").get(path(created)).status()).isEqualTo(404);
        assertThat(revise("lina", created, programme("51.07")).status()).isEqualTo(404);
    }

    /** The other regency's catalogue is empty, whatever the other tests did. */
    @Test
    void theUsualProgrammesAreOfferedAsAStartAndOnlyThen() {
        assertThat(http.as("lina").get(PROGRAMMES).json().get("items")).isEmpty();

        Answer begun = http.as("lina").post(PROGRAMMES + "/start", Map.of("set", "usual"));

        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        assertThat(begun.json().get("items").valueStream())
                .hasSize(18)
                .extracting(one -> one.get("pillar").asInt())
                .isSorted()
                .contains(1, 2, 3);
        assertThat(http.as("lina")
                        .post(PROGRAMMES + "/start", Map.of("set", "usual"))
                        .code())
                .isEqualTo("catalogue-begun");
        assertThat(http.as("citra").get(PROGRAMMES).body())
                .doesNotContain(begun.json().at("/items/0/id").asString());
        assertThat(pointers(http.as("lina").post(PROGRAMMES + "/start", Map.of("set", "semua"))))
                .containsExactly("/set");
    }

    @Test
    void theWordsOfARuleComeWithTheChoicesOfTheForm() {
        JsonNode roof = http.as("citra")
                .get("/api/v1/programme-facts")
                .json()
                .get("items")
                .valueStream()
                .filter(one -> one.get("name").asString().equals("house.roof"))
                .findFirst()
                .orElseThrow();

        assertThat(roof.get("type").asString()).isEqualTo("string");
        assertThat(roof.get("choices").valueStream()).anySatisfy(choice -> {
            assertThat(choice.get("code").asString()).isEqualTo("thatch");
            assertThat(choice.at("/label/en").asString()).isNotBlank();
        });
    }

    private static Map<String, Object> programme() {
        return programme(REGENCY);
    }

    private static Map<String, Object> programme(String area) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("code", "RUMAH-" + CODES.incrementAndGet()),
                Map.entry("name", "Perbaikan rumah"),
                Map.entry("pillar", 3),
                Map.entry("agency", "Dinas Perkimta"),
                Map.entry("funding", "apbdRegency"),
                Map.entry("unit", "house"),
                Map.entry("amount", 20_000_000),
                Map.entry("needs", List.of("housing")),
                Map.entry("notWith", List.of()),
                Map.entry("active", true),
                Map.entry("rule", rule("house.ownership == 'own'")),
                Map.entry("quotas", List.of(Map.of("year", 2023, "area", area, "units", 283)))));
    }

    private static Map<String, Object> rule(String expression) {
        return Map.of(
                "conditions",
                List.of(line("Rumah milik sendiri", expression)),
                "documents",
                List.of(Map.of("text", Map.of("id", "Bukti hak atas tanah"))));
    }

    private static Map<String, Object> line(String text, String expression) {
        return Map.of("text", Map.of("id", text), "expression", expression);
    }

    private Answer revise(String persona, JsonNode seen, Map<String, Object> wanted) {
        return http.as(persona)
                .header("If-Match", '"' + seen.get("version").asString() + '"')
                .put(path(seen), wanted);
    }

    private static String path(JsonNode programme) {
        return PROGRAMMES + "/" + programme.get("id").asString();
    }

    private static List<String> pointers(Answer refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        return refused.json()
                .get("errors")
                .valueStream()
                .map(error -> error.get("pointer").asString())
                .toList();
    }

    private List<String> entries(JsonNode programme) {
        return ledger.of(REGENCY, UUID.fromString(programme.get("id").asString())).stream()
                .map(Entry::verb)
                .toList();
    }
}
