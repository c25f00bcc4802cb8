package id.tuntas.cases;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.Assignments.AssignFamilies;
import id.tuntas.cases.NewFamily.NewMember;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.rounds.Round;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingFamiliesTest {

    private static final String ROUND = "CARI-1";
    private static final String SUKASADA_VILLAGE = "51.08.05.2003";
    private static final String TEJAKULA_VILLAGE = "51.08.09.2003";
    private static final String NIK = "5108054107850003";
    private static final String KK = "5108052203040005";

    @Autowired
    private CaseData data;

    @Autowired
    private Cases cases;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Personas personas;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Http http;

    private Round round;

    @BeforeAll
    void aRoundWithFamiliesInTwoDistricts() {
        round = data.openRound(ROUND);
        data.open(
                round,
                List.of(
                        new NewFamily(
                                "sudiarta",
                                SUKASADA_VILLAGE,
                                "I Ketut Sudiarta",
                                "Jalan Anggrek 12",
                                "Banjar Dinas Kelod",
                                KK,
                                3,
                                List.of(
                                        new NewMember(1, "I Ketut Sudiarta", null, "Kepala Keluarga", "L", null),
                                        new NewMember(
                                                2, "Ni Wayan Rasmini", NIK, "Istri", "P", LocalDate.of(1985, 7, 1)))),
                        CaseData.family("suarjana", SUKASADA_VILLAGE, "Made Suarjana"),
                        CaseData.family("parwata", TEJAKULA_VILLAGE, "Gede Parwata")));
        assignments.assign(
                personas.actor("citra"),
                new AssignFamilies(
                        personas.actor("ani").id(), List.of(family("sudiarta").id()), List.of(), null));
    }

    private FamilyCase family(String key) {
        return cases.findByRosterKey(REGENCY, round.id(), key).orElseThrow();
    }

    private Answer find(String persona, String query) {
        return http.as(persona).get("/api/v1/cases?round=" + ROUND + query);
    }

    private Answer search(String persona, String q) {
        return find(persona, "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
    }

    private static List<String> names(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("items").findValuesAsString("name").stream()
                .filter(name -> !name.equals("Ani"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I Ketut Sudiarta",
                "ktut sudiarte",
                "SUDIARTHA",
                "sudiarta ketut",
                "rasmini",
                "ni wayan rasmni",
                "jl anggrek 12",
                "jalan anggrk"
            })
    void forgivesTypingErrorsInNamesAndAddress(String typed) {
        assertThat(names(search("citra", typed))).startsWith("I Ketut Sudiarta");
    }

    @Test
    void findsNobodyByANameThatIsNotThere() {
        assertThat(names(search("citra", "Bambang Hermawan"))).isEmpty();
    }

    @Test
    void findsByTheNumberHoweverItIsWritten() {
        String number = family("suarjana").number().text();

        assertThat(names(search("citra", number))).containsExactly("Made Suarjana");
        assertThat(names(search("citra", number.replace("-", " ")))).containsExactly("Made Suarjana");
    }

    @Test
    void saysThatACheckDigitIsWrong() {
        String number = family("suarjana").number().text();
        String wrong = number.substring(0, 7) + (number.charAt(7) == '9' ? '0' : (char) (number.charAt(7) + 1));

        Answer answer = search("citra", wrong);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("case-number-check");
        assertThat(answer.json().get("detail").asString()).contains(wrong);
    }

    @Test
    void findsByNikExactlyAndNeverShowsIt() {
        Answer answer = search("citra", NIK);

        assertThat(names(answer)).containsExactly("I Ketut Sudiarta");
        assertThat(answer.body()).doesNotContain(NIK).doesNotContain(KK);
        assertThat(names(search("citra", "5108054107850004"))).isEmpty();
    }

    @Test
    void filtersByVillageDistrictStateAndOfficer() {
        assertThat(names(find("citra", "&village=" + TEJAKULA_VILLAGE))).containsExactly("Gede Parwata");
        assertThat(names(find("citra", "&district=51.08.05"))).hasSize(2);
        assertThat(names(find("citra", "&state=assigned"))).containsExactly("I Ketut Sudiarta");
        assertThat(names(find("citra", "&officer=" + personas.actor("ani").id())))
                .containsExactly("I Ketut Sudiarta");
        assertThat(names(find("citra", "&finding=poor"))).isEmpty();
        assertThat(find("citra", "&state=dancing").status()).isEqualTo(422);
        assertThat(find("citra", "&officer=nobody").status()).isEqualTo(400);
    }

    @Test
    void showsWhatAListNeeds() {
        var item = search("citra", NIK).json().get("items").get(0);

        assertThat(item.get("number").asString())
                .isEqualTo(family("sudiarta").number().text());
        assertThat(item.get("villageName").asString()).isNotBlank().isNotEqualTo(SUKASADA_VILLAGE);
        assertThat(item.get("districtName").asString()).isEqualTo("Sukasada");
        assertThat(item.get("state").asString()).isEqualTo("assigned");
        assertThat(item.at("/officer/name").asString()).isEqualTo("Ani");
        assertThat(item.get("warnings").asInt()).isEqualTo(3);
    }

    @Test
    void pagesByKeyAndSaysHowManyThereAre() {
        Answer first = find("citra", "&limit=2");
        Answer second =
                find("citra", "&limit=2&after=" + first.json().get("next").asString());

        assertThat(first.json().get("total").asLong()).isEqualTo(3);
        assertThat(names(first)).hasSize(2).doesNotContainAnyElementsOf(names(second));
        assertThat(names(second)).hasSize(1);
        assertThat(second.json().get("next").isNull()).isTrue();
        assertThat(find("citra", "&after=nonsense").status()).isEqualTo(422);
    }

    @Test
    void pagesThroughRankedMatchesWithoutLosingOne() {
        Answer first = search("citra", "jalan");
        assertThat(first.json().get("total").asLong()).isEqualTo(3);
        String next = null;
        int seen = 0;
        do {
            Answer page = find(
                    "citra",
                    "&q=jalan&limit=1"
                            + (next == null ? "" : "&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
            seen += names(page).size();
            next = page.json().get("next").isNull()
                    ? null
                    : page.json().get("next").asString();
        } while (next != null);
        assertThat(seen).isEqualTo(3);
    }

    @Test
    void keepsEverybodyInsideHisRegion() {
        assertThat(names(find("budi", ""))).containsExactlyInAnyOrder("I Ketut Sudiarta", "Made Suarjana");
        assertThat(names(find("hana", ""))).containsExactly("Gede Parwata");
        assertThat(find("hana", "").json().get("total").asLong()).isEqualTo(1);
        assertThat(names(search("hana", NIK))).isEmpty();
        assertThat(names(find("fajar", ""))).hasSize(3);
        assertThat(names(find("ani", "")))
                .as("an officer sees her own families and no others")
                .containsExactly("I Ketut Sudiarta");
        assertThat(names(find("iwan", ""))).isEmpty();
        assertThat(find("lina", "").status())
                .as("another regency has no such round")
                .isEqualTo(404);
    }

    @Test
    void refusesWhoMayNotReadFamilies() {
        assertThat(find("gita", "").status()).isEqualTo(403);
        assertThat(find("dewa", "").status()).isEqualTo(403);
        assertThat(find("eka", "").status()).isEqualTo(403);
        assertThat(http.withoutSession().get("/api/v1/cases").status()).isEqualTo(401);
    }

    @Test
    void showsTheNumbersInClearOnlyAsAnActOfItsOwn() {
        UUID id = family("sudiarta").id();

        Answer answer = http.as("budi").post("/api/v1/cases/" + id + "/nik", Map.of());

        assertThat(answer.json().get("kk").asString()).isEqualTo(KK);
        assertThat(answer.json().get("members").findValuesAsString("nik")).contains(NIK);
        assertThat(ledger.of(REGENCY, id))
                .filteredOn(entry -> entry.verb().equals("case.nik-unmasked"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actorId()).isEqualTo(personas.actor("budi").id());
                    assertThat(entry.detail().toString()).doesNotContain(NIK);
                })
                .extracting(Entry::regionCode)
                .isEqualTo(SUKASADA_VILLAGE);
        String path = "/api/v1/cases/" + id + "/nik";
        assertThat(http.as("hana").post(path, Map.of()).status()).isEqualTo(404);
        assertThat(http.as("lina").post(path, Map.of()).status()).isEqualTo(404);
        assertThat(http.as("ani").post(path, Map.of()).status()).isEqualTo(403);
        assertThat(http.as("fajar").post(path, Map.of()).status()).isEqualTo(403);
        assertThat(http.withoutSession().post(path, Map.of()).status()).isEqualTo(401);
        assertThat(http.as("budi").post("/api/v1/cases/nonsense/nik", Map.of()).status())
                .isEqualTo(400);
    }
}
