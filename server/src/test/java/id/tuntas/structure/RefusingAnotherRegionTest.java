package id.tuntas.structure;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Phones;
import id.tuntas.cases.FamilyCase;
import id.tuntas.roster.Deliveries;
import id.tuntas.roster.RosterSummary;
import id.tuntas.structure.Routes.Route;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Personas;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import id.tuntas.visits.VisitsTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Leads every route that names something to a real thing of Sukasada in Buleleng, and asks for it as people who may do the same elsewhere: the
 * coordinator of another district and the one of another regency.
 */
@Tag("structure")
@VisitsTest
@TestInstance(Lifecycle.PER_CLASS)
class RefusingAnotherRegionTest {

    /** What stands above the districts: whoever may see it in the regency at all sees it whole. */
    private static final Set<String> OF_THE_REGENCY =
            Set.of("/api/v1/rounds/{code}", "/api/v1/forms/{formId}/{version}.xml");

    @Autowired
    private Routes routes;

    @Autowired
    private Http http;

    @Autowired
    private Field field;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Phones phones;

    private Map<String, String> things;
    private FamilyCase family;

    @BeforeAll
    void somethingOfEachKindInSukasada() throws IOException {
        family = field.familyOf("ani");
        JsonNode visit = field.sent("ani", Post.of(family).withAllPhotos());
        RosterSummary roster = deliveries.checked(Deliveries.csv(
                "wilayah.csv",
                "ID Keluarga P3KE;Kode Kemdagri;Kepala Keluarga;NIK;Alamat;Jenis Kelamin;Tanggal Lahir",
                "WILAYAH-1;5108052001;I Made Contoh;5108050107800002;Jl. Melati 3;Laki-laki;01-07-1980"));
        String proposal = http.as("citra")
                .post(
                        "/api/v1/rounds/" + field.round().code() + "/assignment-proposals",
                        Map.of("districts", List.of(Personas.SUKASADA), "onlyUnassigned", false))
                .json()
                .get("proposalId")
                .asString();
        String ani = field.actor("ani").id().toString();
        things = Map.ofEntries(
                Map.entry("/api/v1/cases/{id}", family.id().toString()),
                Map.entry("/api/v1/visits/{id}", visit.get("id").asString()),
                Map.entry(
                        "/api/v1/evidence/{sha256}",
                        visit.at("/attachments/0/sha256").asString()),
                Map.entry("/api/v1/rosters/{id}", roster.id().toString()),
                Map.entry("/api/v1/jobs/{id}", roster.jobId().toString()),
                Map.entry("/api/v1/assignment-proposals/{id}", proposal),
                Map.entry("/api/v1/officers/{id}", ani),
                Map.entry("/api/v1/users/{id}", ani),
                Map.entry(
                        "/api/v1/devices/{id}",
                        phones.registered(phones.officer(Personas.SUKASADA)).deviceId()),
                Map.entry("/api/v1/rounds/{code}", field.round().code()),
                Map.entry("/api/v1/forms/{formId}/{version}.xml", CaseData.FORM + "/" + CaseData.FORM_VERSION));
    }

    List<Route> thatNameSomething() {
        return routes.all().stream()
                .filter(route -> route.path().contains("{"))
                .filter(route -> !route.path().startsWith("/api/v1/setup/"))
                .toList();
    }

    List<Route> thatNameSomethingOfADistrict() {
        return thatNameSomething().stream()
                .filter(route -> OF_THE_REGENCY.stream().noneMatch(route.path()::startsWith))
                .toList();
    }

    List<Route> lists() {
        return routes.all().stream()
                .filter(route -> !route.writes() && !route.path().contains("{"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("thatNameSomething")
    void isNotThereForAnotherRegency(Route route) {
        assertRefused(EveryEndpointTest.send(http.as("lina"), route, address(route)));
    }

    @ParameterizedTest
    @MethodSource("thatNameSomethingOfADistrict")
    void isNotThereForAnotherDistrict(Route route) {
        assertRefused(EveryEndpointTest.send(http.as("hana"), route, address(route)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void noListTellsAnotherRegencyOfIt(Route route) {
        Http.Answer answer = http.as("lina").get(route.example());

        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.body())
                .doesNotContain(
                        family.headName(),
                        family.number().text(),
                        field.actor("ani").id().toString(),
                        "Sukasada");
        things.values().forEach(thing -> assertThat(answer.body()).doesNotContain("\"" + thing + "\""));
    }

    private String address(Route route) {
        Map.Entry<String, String> thing = things.entrySet().stream()
                .filter(one -> route.path().startsWith(one.getKey()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("tell this test what " + route + " leads to"));
        String named = thing.getKey().contains("}/")
                ? "/api/v1/forms/" + thing.getValue() + ".xml"
                : thing.getKey().replaceFirst("\\{[^}]*}", thing.getValue());
        return route.example(named + route.path().substring(thing.getKey().length()));
    }

    private static void assertRefused(Http.Answer answer) {
        assertThat(answer.status()).isIn(403, 404);
        assertThat(answer.code()).isIn("forbidden", "not-found");
    }
}
