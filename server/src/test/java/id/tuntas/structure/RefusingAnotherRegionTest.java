package id.tuntas.structure;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Phones;
import id.tuntas.cases.FamilyCase;
import id.tuntas.citizens.Citizen;
import id.tuntas.graduation.Zeroing;
import id.tuntas.interventions.Requests;
import id.tuntas.interventions.Requests.Sent;
import id.tuntas.programmes.Decreed;
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
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/**
 * Leads every route that names something to a real thing of Sukasada in Buleleng, and asks for it as people who may do the same elsewhere: the
 * coordinator of another district and the one of another regency.
 */
@Tag("structure")
@VisitsTest
@Import({Citizen.class, Decreed.class, Requests.class, Zeroing.class})
@TestInstance(Lifecycle.PER_CLASS)
class RefusingAnotherRegionTest {

    private static final String ROUNDS = "/api/v1/rounds/{code}";
    private static final String FORMS = "/api/v1/forms/{formId}/{version}";

    private static final String PROGRAMMES = "/api/v1/programmes/{id}";

    private static final String AGENCIES = "/api/v1/agencies/{id}";

    private static final String SHARINGS = "/api/v1/sharings/{id}";

    /** What stands above the districts: whoever may see it in the regency at all sees it whole. */
    private static final Set<String> OF_THE_REGENCY = Set.of(ROUNDS, FORMS, PROGRAMMES, AGENCIES, SHARINGS);

    @Autowired
    private Routes routes;

    @Autowired
    private Http http;

    @Autowired
    private Field field;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Decreed decreed;

    @Autowired
    private Requests requests;

    @Autowired
    private Zeroing zeroing;

    @Autowired
    private Phones phones;

    @Autowired
    private Citizen citizen;

    /** By the beginning of the address, what its variables are in their order. */
    private Map<String, List<String>> things;

    private FamilyCase family;

    @BeforeAll
    void somethingOfEachKindInSukasada() throws IOException {
        family = field.familyOf("ani");
        JsonNode visit = field.sent("ani", Post.of(family).withAllPhotos());
        field.familyOf("ani");
        field.sent("ani", Post.proposing("51.08.05.2003").withAllPhotos());
        String nomination = http.as("citra")
                .get("/api/v1/nominations")
                .json()
                .at("/items/0/id")
                .asString();
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
        JsonNode programme = requests.programme(Requests.HOUSING);
        FamilyCase helped = decreed.family("ani", Map.of());
        JsonNode asked = requests.asked("citra", helped, Requests.HOUSING, "housing");
        requests.step("citra", asked, Map.of("state", "accepted"));
        requests.deliver("citra", requests.seen("citra", asked), Field.TODAY.toString(), "", Sent.photo("wilayah"));
        JsonNode delivered = requests.seen("citra", asked);
        String proof = delivered.at("/proofs/0/sha256").asString();
        String sheet = requests.handedIn(
                        "citra",
                        http.as("citra")
                                .download("/api/v1/intervention-sheets/template.xlsx?purpose=agency")
                                .body())
                .json()
                .get("id")
                .asString();
        String sharing = http.as("citra")
                .post("/api/v1/sharings", Map.of("round", field.round().code(), "confirmedOnly", false))
                .json()
                .get("id")
                .asString();
        String meeting = http.as("citra")
                .post(
                        "/api/v1/rounds/" + field.round().code() + "/deliberations",
                        Map.of("village", family.villageCode()))
                .json()
                .get("id")
                .asString();
        String graduation =
                zeroing.show(zeroing.graduated()).at("/graduation/id").asString();
        String ani = field.actor("ani").id().toString();
        Map<String, String> petition = Citizen.petition("nomination");
        citizen.send(citizen.network(), "hp", petition, Post.jpeg("wilayah"));
        UUID owner = phones.registered(phones.officer(Personas.SUKASADA)).officerId();
        String phone = http.as("citra")
                .get("/api/v1/devices?officer=" + owner)
                .json()
                .at("/items/0/id")
                .asString();
        things = Map.ofEntries(
                Map.entry("/api/v1/cases/{id}", List.of(family.id().toString())),
                Map.entry("/api/v1/visits/{id}", List.of(visit.get("id").asString(), Post.PHOTOS.getFirst())),
                Map.entry(
                        "/api/v1/evidence/{sha256}",
                        List.of(visit.at("/attachments/0/sha256").asString())),
                Map.entry("/api/v1/rosters/{id}", List.of(roster.id().toString())),
                Map.entry("/api/v1/jobs/{id}", List.of(roster.jobId().toString())),
                Map.entry("/api/v1/assignment-proposals/{id}", List.of(proposal)),
                Map.entry("/api/v1/nominations/{id}", List.of(nomination)),
                Map.entry(
                        "/api/v1/petitions/{id}",
                        List.of(citizen.seen("citra", petition).get("id").asString())),
                Map.entry("/api/v1/meetings/{id}", List.of(meeting)),
                Map.entry("/api/v1/officers/{id}", List.of(ani)),
                Map.entry("/api/v1/users/{id}", List.of(ani)),
                Map.entry("/api/v1/devices/{id}", List.of(phone)),
                Map.entry(PROGRAMMES, List.of(programme.get("id").asString())),
                Map.entry(AGENCIES, List.of(programme.get("agencyId").asString())),
                Map.entry("/api/v1/interventions/{id}", List.of(Requests.id(delivered), proof)),
                Map.entry("/api/v1/intervention-sheets/{id}", List.of(sheet)),
                Map.entry("/api/v1/graduations/{id}", List.of(graduation)),
                Map.entry(SHARINGS, List.of(sharing, helped.id().toString())),
                Map.entry(ROUNDS, List.of(field.round().code())),
                Map.entry(FORMS, List.of(CaseData.FORM, CaseData.FORM_VERSION)));
    }

    List<Route> thatNameSomething() {
        return routes.all().stream()
                .filter(route -> route.path().contains("{"))
                .filter(route -> !EveryEndpointTest.PUBLIC.contains(route.toString())
                        && !route.path().startsWith("/api/v1/me/"))
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
                .filter(route -> !EveryEndpointTest.PUBLIC.contains(route.toString()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("thatNameSomething")
    void isNotThereForAnotherRegency(Route route) {
        assertNotThere("lina", route);
    }

    @ParameterizedTest
    @MethodSource("thatNameSomethingOfADistrict")
    void isNotThereForAnotherDistrict(Route route) {
        assertNotThere("hana", route);
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
        things.values().forEach(thing -> assertThat(answer.body()).doesNotContain("\"" + thing.getFirst() + "\""));
    }

    private String address(Route route) {
        List<String> names = things.entrySet().stream()
                .filter(one -> route.path().startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("tell this test what " + route + " leads to"));
        String address = route.path();
        for (String name : names) {
            address = address.replaceFirst("\\{\\w+}", name);
        }
        return route.example(address);
    }

    /** The same answer as for something that exists nowhere: even a wrong body is told of before what is named is looked for. */
    private void assertNotThere(String persona, Route route) {
        Http.Answer answer = EveryEndpointTest.send(http.as(persona), route, address(route));
        Http.Answer ofNothing = EveryEndpointTest.send(http.as(persona), route, route.example());

        assertThat(answer.status()).as(answer.body()).isBetween(400, 499).isEqualTo(ofNothing.status());
        assertThat(answer.code()).isNotEmpty().isEqualTo(ofNothing.code());
    }
}
