package id.tuntas.review;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.platform.BusinessClock;
import id.tuntas.roster.Deliveries;
import id.tuntas.roster.RosterAbout;
import id.tuntas.roster.RosterScope;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import id.tuntas.visits.VisitsTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import(Review.class)
class LookingAtVisitsTest {

    @Autowired
    private Field field;

    @Autowired
    private Review review;

    @Autowired
    private Http http;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Deliveries deliveries;

    @AfterEach
    void backToToday() {
        clock.playOn(Field.TODAY);
    }

    @Test
    void theQueueHoldsWhatWaitsUntilItIsDecided() {
        String visit = review.waiting("ani", field.familyOf("ani")).toString();

        assertThat(review.queue("budi", "&limit=500")).contains(visit);
        assertThat(review.corrects("budi", UUID.fromString(visit))).isFalse();
        review.approve("budi", UUID.fromString(visit));
        assertThat(review.queue("budi", "&limit=500")).doesNotContain(visit);
    }

    @Test
    void theLongestWaitingComeFirstPageByPage() {
        review.waiting("ani", field.familyOf("ani"));
        review.waiting("ani", field.familyOf("ani"));
        List<String> all = review.queue("budi", "&limit=500");

        String path = "/api/v1/reviews?limit=1&round=" + field.round().code();
        JsonNode first = http.as("budi").get(path).json();
        JsonNode second = http.as("budi")
                .get(path + "&after=" + first.get("next").asString())
                .json();

        assertThat(all).isSorted();
        assertThat(first.at("/items/0/visitId").asString()).isEqualTo(all.get(0));
        assertThat(second.at("/items/0/visitId").asString()).isEqualTo(all.get(1));
        assertThat(first.at("/counts/all").asInt()).isEqualTo(all.size());
    }

    @Test
    void anItemSaysWhoseItIsAndHowLongItWaits() {
        FamilyCase family = field.familyOf("ani");
        String visit = review.waiting("ani", family).toString();
        clock.playOn(Field.TODAY.plusDays(3));

        JsonNode item = http.as("budi")
                .get("/api/v1/reviews?limit=500")
                .json()
                .get("items")
                .valueStream()
                .filter(one -> one.get("visitId").asString().equals(visit))
                .findFirst()
                .orElseThrow();

        assertThat(item.get("caseId").asString()).isEqualTo(family.id().toString());
        assertThat(item.get("name").asString()).isEqualTo(family.headName());
        assertThat(item.get("officer").asString()).isEqualTo("Ani");
        assertThat(item.get("finding").asString()).isEqualTo("extremelyPoor");
        assertThat(item.get("contact").asString()).isEqualTo("found");
        assertThat(item.get("waitingDays").asInt()).isEqualTo(3);
    }

    @Test
    void aVisitWithoutItsPhotosIsFlagged() {
        String bare =
                Review.id(field.sent("ani", Post.of(field.familyOf("ani")))).toString();

        assertThat(review.queue("budi", "&limit=500&filter=flagged")).contains(bare);
        assertThat(review.visit("budi", UUID.fromString(bare))
                        .get("flags")
                        .valueStream()
                        .map(flag -> flag.get("code").asString()))
                .contains("photos-missing");
    }

    @Test
    void aPhotoShownAgainElsewhereFlagsTheEarlierVisitInTheQueueToo() {
        byte[] front = Post.jpeg("one house for two families");
        Post post = Post.of(field.familyOf("ani")).withAllPhotos();
        Post first = new Post(post.instanceId(), post.xml(), List.of());
        for (Post.Part part : post.parts()) {
            first = first.withFile(part.name(), part.name().equals(Post.PHOTOS.getFirst()) ? front : part.content());
        }
        UUID earlier = Review.id(field.sent("ani", first));
        int before = review.flags("budi", earlier);

        field.sent("kadek", Post.of(field.familyOf("kadek")).withFile(Post.PHOTOS.getFirst(), front));

        List<String> raised = review.visit("budi", earlier)
                .get("flags")
                .valueStream()
                .filter(flag -> !flag.get("severity").asString().equals("ok"))
                .map(flag -> flag.get("code").asString())
                .toList();
        assertThat(raised).contains("photos-borrowed").hasSize(before + 1);
        assertThat(review.flags("budi", earlier)).isEqualTo(raised.size());
    }

    @Test
    void aCorrectionTellsWhySomeoneSentItBackAndWhatIsOtherNow() {
        Post post = Post.of(field.familyOf("ani")).withAllPhotos();
        UUID visit = Review.id(field.sent("ani", post));
        review.decide("budi", visit, Map.of("decision", "return", "reason", "Foto depan kabur"));

        Post edit = post.edit()
                .with("expenditure_food", "2000000")
                .withFile(Post.PHOTOS.getFirst(), Post.jpeg("taken once more"));
        JsonNode corrects =
                review.visit("budi", Review.id(field.sent("ani", edit))).get("corrects");

        assertThat(corrects.get("visitId").asString()).isEqualTo(visit.toString());
        assertThat(corrects.get("reason").asString()).isEqualTo("Foto depan kabur");
        assertThat(corrects.at("/by/id").asString())
                .isEqualTo(field.actor("budi").id().toString());
        assertThat(corrects.at("/by/name").asString()).isEqualTo("Budi");
        assertThat(corrects.get("answers").valueStream().map(JsonNode::asString))
                .containsExactly("/data/livelihood/expenditure_food");
        assertThat(corrects.get("photos").valueStream().map(JsonNode::asString)).containsExactly("houseFront");
    }

    @Test
    void aVisitEditedBeforeAnyoneSentItBackIsNoCorrection() {
        Post post = Post.of(field.familyOf("ani")).withAllPhotos();
        field.sent("ani", post);

        JsonNode edit = field.sent("ani", post.edit().with("expenditure_food", "2000000"));

        assertThat(review.visit("budi", Review.id(edit)).get("corrects").isNull())
                .isTrue();
    }

    @Test
    void anEditOfACorrectionStillTellsOfTheVisitThatWasSentBack() {
        Post post = Post.of(field.familyOf("ani")).withAllPhotos();
        UUID visit = Review.id(field.sent("ani", post));
        review.decide("budi", visit, Map.of("decision", "return", "reason", "Periksa belanja"));
        Post correction = post.edit().with("expenditure_food", "2000000");
        field.sent("ani", correction);

        String instance = "uuid:" + UUID.randomUUID();
        JsonNode edit = field.sent(
                "ani",
                new Post(
                        instance,
                        correction
                                .xml()
                                .replace(post.instanceId(), correction.instanceId())
                                .replaceFirst(
                                        "<instanceID>[^<]*</instanceID>", "<instanceID>" + instance + "</instanceID>"),
                        List.of()));

        JsonNode corrects = review.visit("budi", Review.id(edit)).get("corrects");
        assertThat(corrects.get("visitId").asString()).isEqualTo(visit.toString());
        assertThat(corrects.get("answers")).hasSize(1);
    }

    @Test
    void aLateVisitIsFlagged() {
        clock.playOn(Field.DEADLINE.plusDays(1));

        String late = review.waiting("ani", field.familyOf("ani")).toString();

        assertThat(review.queue("budi", "&limit=500&filter=flagged")).contains(late);
    }

    @Test
    void aCoordinatorSeesHisDistrictAndTheRegencyAll() {
        String here = review.waiting("ani", field.familyOf("ani")).toString();
        String there = review.waiting("iwan", field.familyOf("iwan")).toString();

        assertThat(review.queue("budi", "&limit=500")).contains(here).doesNotContain(there);
        assertThat(review.queue("budi", "&limit=500&district=51.08.09")).isEmpty();
        assertThat(review.queue("citra", "&limit=500")).contains(here, there);
        assertThat(review.queue("citra", "&limit=500&district=51.08.09"))
                .contains(there)
                .doesNotContain(here);
    }

    @Test
    void theQueueIsForReviewers() {
        for (String stranger : List.of("ani", "dewa", "eka", "fajar", "gita", "joko")) {
            assertThat(http.as(stranger).get("/api/v1/reviews").status())
                    .as(stranger)
                    .isEqualTo(403);
        }
        assertThat(http.as("budi").get("/api/v1/reviews?filter=perhaps").status())
                .isEqualTo(422);
        assertThat(http.as("budi").get("/api/v1/reviews?round=NONE").status()).isEqualTo(404);
        assertThat(http.as("budi").get("/api/v1/reviews?after=nonsense").status())
                .isEqualTo(400);
        assertThat(http.as("budi").get("/api/v1/reviews?filter=sample").status())
                .as("the sample is the regency's")
                .isEqualTo(403);
    }

    @Test
    void showsTheVisitWithEverythingThatDecides() {
        FamilyCase family = field.familyOf("ani");
        JsonNode visit = review.visit("budi", review.waiting("ani", family));

        assertThat(visit.at("/household/name").asString()).isEqualTo(family.headName());
        assertThat(visit.at("/officer/name").asString()).isEqualTo("Ani");
        assertThat(visit.get("etag").asString())
                .isEqualTo("\"" + visit.get("version").asInt() + "\"");
        assertThat(visit.at("/proposal/finding").asString()).isEqualTo("extremelyPoor");
        assertThat(visit.at("/proposal/perCapita").asLong()).isEqualTo(266_666);
        assertThat(visit.at("/proposal/line").asLong()).isEqualTo(322_170);
        assertThat(visit.at("/proposal/steps")
                        .valueStream()
                        .map(step -> step.get("code").asString()))
                .startsWith("extremeLine", "belowExtremeLine", "income")
                .contains("earthOrBambooFloor");
        assertThat(visit.get("withoutProposal").isNull()).isTrue();
        assertThat(visit.get("photos")
                        .valueStream()
                        .map(photo -> photo.get("kind").asString()))
                .containsExactly("houseFront", "inside", "kkCard", "floor", "wall", "toilet");
        assertThat(http.as("budi")
                        .download(visit.at("/photos/0/url").asString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(visit.at("/signature/kind").asString()).isEqualTo("signature");
        assertThat(visit.at("/location/lat").asDouble()).isEqualTo(-8.154);
        assertThat(visit.at("/location/distanceM").asDouble()).isPositive();
        assertThat(visit.get("members")).hasSize(4);
        assertThat(visit.get("conflicts")).isEmpty();
        assertThat(visit.get("decisions")).isEmpty();
        assertThat(visit.get("sample").isNull()).isTrue();
    }

    @Test
    void putsTheAnswersBesideWhatTheListSaid() throws IOException {
        deliveries.committed(
                deliveries.checked(
                        new RosterAbout(null, null, null, RosterScope.SUPPLEMENT),
                        Deliveries.csv(
                                "banding.csv",
                                "ID Keluarga P3KE;Kode Kemdagri;Kepala Keluarga;NIK;Alamat;Jenis Kelamin;Tanggal Lahir;Jenis Atap",
                                "BANDING-1;5108052001;I Made Contoh;5108050107800002;Jl. Melati 3;Laki-laki;01-07-1980;ASBES/SENG")),
                field.round().code());

        JsonNode comparison = review.visit("budi", review.waiting("ani", field.assigned("ani", "BANDING-1")))
                .get("comparison");

        JsonNode roof = compared(comparison, "/data/housing/roof");
        assertThat(roof.get("change").asString()).isEqualTo("better");
        assertThat(roof.get("roster").asString()).isEqualTo("Asbes atau seng");
        assertThat(roof.get("visit").asString()).isEqualTo("Genteng");
        assertThat(compared(comparison, "/data/housing/floor").get("change").asString())
                .isEqualTo("new");
    }

    private static JsonNode compared(JsonNode comparison, String question) {
        return comparison
                .valueStream()
                .filter(row -> row.get("question").asString().equals(question))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsTheAnswersInBothLanguagesWithMaskedNumbers() {
        JsonNode answers = review.visit("budi", review.waiting("ani", field.familyOf("ani")))
                .get("answers");

        assertThat(answer(answers, "/data/housing/floor").at("/display/en").asString())
                .isEqualTo("Earth");
        assertThat(answer(answers, "/data/members/member[2]/existence")
                        .at("/label/en")
                        .asString())
                .isEqualTo("Where is Ni Wayan Contoh now?");
        assertThat(answer(answers, "/data/aid_year[2]/year").at("/label/id").asString())
                .isEqualTo("Tahun terakhir menerima Sembako");
        assertThat(answer(answers, "/data/livelihood/expenditure_food")
                        .at("/display/id")
                        .asString())
                .isEqualTo("600.000");
        assertThat(answer(answers, "/data/documents/kk_number").get("value").asString())
                .isEqualTo("5108••••••••0001");
        assertThat(answers.toString()).doesNotContain("5108010101010001", "5108016502200001", ".jpg");
    }

    private static JsonNode answer(JsonNode answers, String path) {
        return answers.valueStream()
                .filter(answer -> answer.get("path").asString().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhyNoFindingIsProposed() {
        JsonNode visit = review.visit(
                "budi",
                Review.id(field.sent("ani", Post.of(field.familyOf("ani")).with("result", "moved"))));

        assertThat(visit.get("proposal").isNull()).isTrue();
        assertThat(visit.get("withoutProposal").asString()).isEqualTo("familyNotMet");
    }

    @Test
    void aVisitOfAnUnknownFamilyIsShownWithItsConflict() {
        JsonNode visit = review.visit("budi", Review.id(field.sent("ani", Post.of("999999-9"))));

        assertThat(visit.get("household").isNull()).isTrue();
        assertThat(visit.get("caseNumber").asString()).isEqualTo("999999-9");
        assertThat(visit.at("/conflicts/0/code").asString()).isEqualTo("unknown-family");
    }

    @Test
    void anOfficerIsNotShownWhatTheRosterSaid() {
        UUID visit = review.waiting("ani", field.familyOf("ani"));
        String path = "/api/v1/visits/" + visit;

        for (String stranger : List.of("ani", "iwan", "dewa", "eka", "gita", "joko")) {
            assertThat(http.as(stranger).get(path).status()).as(stranger).isEqualTo(403);
        }
        assertThat(http.as("hana").get(path).status()).isEqualTo(404);
        assertThat(http.as("lina").get(path).status()).isEqualTo(404);
        assertThat(http.as("fajar").get(path).status()).isEqualTo(200);
        assertThat(http.as("citra").get("/api/v1/visits/nonsense").status()).isEqualTo(400);
        Answer answer = http.as("citra").get(path);
        assertThat(answer.raw().headers().firstValue("ETag"))
                .contains(answer.json().get("etag").asString());
    }

    @Test
    void saysInTheReadersLanguageWhatWasFoundInOrder() {
        UUID visit = review.waiting("ani", field.familyOf("ani"));

        JsonNode flags = http.as("budi")
                .header("Accept-Language", "en")
                .get("/api/v1/visits/" + visit)
                .json()
                .get("flags");

        assertThat(flags.valueStream()
                        .filter(flag -> flag.get("code").asString().equals("photos")))
                .singleElement()
                .satisfies(flag -> assertThat(Map.of(
                                flag.get("severity").asString(),
                                flag.get("message").asString()))
                        .isEqualTo(Map.of("ok", "All required photos are there")));
    }
}
