package id.tuntas.visits;

import static id.tuntas.testing.Personas.REGENCY;
import static id.tuntas.visits.Field.conflicts;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.testing.Http;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@VisitsTest
class InterpretingASubmissionTest {

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    @Autowired
    private Visits visits;

    @Autowired
    private Ledger ledger;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void backToToday() {
        clock.playOn(Field.TODAY);
    }

    @Test
    void aSoundOneBecomesAVisitAndMovesItsFamily() {
        FamilyCase family = field.familyOf("ani");

        JsonNode visit = field.sent("ani", Post.of(family).withAllPhotos());

        assertThat(visit.get("state").asString()).isEqualTo("received");
        assertThat(visit.get("caseId").asString()).isEqualTo(family.id().toString());
        assertThat(conflicts(visit)).isEmpty();
        assertThat(visit.get("complete").asBoolean()).isTrue();
        FamilyCase moved = field.family(family.id());
        assertThat(moved.state()).isEqualTo(CaseState.VISITED);
        assertThat(moved.visitId()).isEqualTo(UUID.fromString(visit.get("id").asString()));
        assertThat(moved.contact()).isEqualTo(ContactResult.FOUND);
        assertThat(moved.finding()).isEqualTo(Finding.EXTREMELY_POOR);
    }

    @Test
    void readsEverythingTheReviewNeeds() {
        FamilyCase family = field.familyOf("ani");
        JsonNode sent = field.sent("ani", Post.of(family).withAllPhotos());

        VisitDetail visit =
                visits.find(REGENCY, UUID.fromString(sent.get("id").asString())).orElseThrow();

        assertThat(visit.summary().current()).isTrue();
        assertThat(visit.summary().minutes()).isEqualTo(26);
        assertThat(visit.verval().livelihood().expenditure()).contains(800_000L);
        assertThat(visit.proposal().perPerson()).isEqualTo(266_666L);
        assertThat(visit.answers().find("/data/contact/respondent")).contains("Ni Wayan Contoh");
        assertThat(visit.findings()).isEmpty();
    }

    @Test
    void bothPartsOfItsWayAreInTheLedger() {
        JsonNode visit = field.sent("ani", Post.of(field.familyOf("ani")));

        assertThat(ledger.of(REGENCY, UUID.fromString(visit.get("id").asString())))
                .extracting(Entry::verb)
                .containsExactly("visit.sent", "visit.interpreted");
    }

    @Test
    void anUnknownFamilyIsKeptAsAConflict() {
        JsonNode visit = field.sent("ani", Post.of("999999-9"));

        assertThat(visit.get("state").asString()).isEqualTo("conflict");
        assertThat(visit.get("caseId").isNull()).isTrue();
        assertThat(conflicts(visit)).containsExactly("unknown-family");
        assertThat(visit.at("/conflicts/0/message").asString()).isEqualTo("Nomor kasus “999999-9” tidak ada.");
    }

    @Test
    void anotherOfficersFamilyIsKeptAsAConflictAndDoesNotMove() {
        FamilyCase family = field.familyOf("iwan");

        JsonNode visit = field.sent("ani", Post.of(family));

        assertThat(conflicts(visit)).containsExactly("foreign-family");
        assertThat(visit.get("caseId").asString()).isEqualTo(family.id().toString());
        assertThat(field.family(family.id()).state()).isEqualTo(CaseState.ASSIGNED);
    }

    @Test
    void oneAfterTheDeadlineCountsAndSaysSo() {
        FamilyCase family = field.familyOf("ani");
        clock.playOn(Field.DEADLINE.plusDays(1));

        JsonNode visit = field.sent("ani", Post.of(family));

        assertThat(conflicts(visit)).containsExactly("after-deadline");
        assertThat(visit.at("/conflicts/0/message").asString()).contains("25 Februari 2023");
        assertThat(field.family(family.id()).state()).isEqualTo(CaseState.VISITED);
    }

    @Test
    void oneOnTheDeadlineIsInTime() {
        clock.playOn(Field.DEADLINE);

        assertThat(conflicts(field.sent("ani", Post.of(field.familyOf("ani"))))).isEmpty();
    }

    @Test
    void aBrokenRuleOfTheFormIsShownAndTheFamilyStillMoves() {
        FamilyCase family = field.familyOf("ani");

        JsonNode visit = field.sent("ani", Post.of(family).with("floor_area", "0"));

        assertThat(conflicts(visit)).containsExactly("constraint");
        assertThat(visit.at("/conflicts/0/detail").asString()).isEqualTo("/data/housing/floor_area");
        assertThat(visit.get("state").asString()).isEqualTo("received");
        assertThat(field.family(family.id()).state()).isEqualTo(CaseState.VISITED);
    }

    @Test
    void aSecondVisitOfTheSameFamilyIsAConflict() {
        FamilyCase family = field.familyOf("ani");
        JsonNode first = field.sent("ani", Post.of(family));

        JsonNode second = field.sent("ani", Post.of(family));

        assertThat(conflicts(second)).containsExactly("already-visited");
        assertThat(field.family(family.id()).visitId())
                .isEqualTo(UUID.fromString(first.get("id").asString()));
    }

    @Test
    void anEditTakesTheFormersPlace() {
        FamilyCase family = field.familyOf("ani");
        Post former = Post.of(family);
        field.sent("ani", former);

        JsonNode edit = field.sent("ani", former.edit().with("expenditure_food", "2000000"));

        assertThat(conflicts(edit)).isEmpty();
        assertThat(edit.get("revision").asInt()).isEqualTo(2);
        assertThat(field.visit(former.instanceId()).get("state").asString()).isEqualTo("superseded");
        assertThat(field.family(family.id()).visitId())
                .isEqualTo(UUID.fromString(edit.get("id").asString()));
        assertThat(field.family(family.id()).finding()).isEqualTo(Finding.NOT_POOR);
    }

    @Test
    void anEditKeepsThePhotosItNamesAgain() {
        Post former = Post.of(field.familyOf("ani")).withAllPhotos();
        field.sent("ani", former);

        JsonNode edit = field.sent("ani", former.edit());

        assertThat(edit.get("missing")).isEmpty();
        assertThat(edit.get("attachments")).hasSize(Post.PHOTOS.size());
    }

    @Test
    void anEditThatComesBeforeItsFormerStands() {
        FamilyCase family = field.familyOf("ani");
        Post former = Post.of(family);
        Post edit = former.edit();

        assertThat(conflicts(field.sent("ani", edit))).containsExactly("edit-of-unknown");
        JsonNode late = field.sent("ani", former);

        assertThat(late.get("state").asString()).isEqualTo("superseded");
        JsonNode standing = field.visit(edit.instanceId());
        assertThat(standing.at("/conflicts/0/resolvedAt").isNull()).isFalse();
        assertThat(field.family(family.id()).visitId())
                .isEqualTo(UUID.fromString(standing.get("id").asString()));
    }

    @Test
    void anEditThatNamesAnotherFamilyGivesTheFormerOneBack() {
        FamilyCase mistaken = field.familyOf("ani");
        FamilyCase meant = field.familyOf("ani");
        Post former = Post.of(mistaken);
        field.sent("ani", former);

        Post edit = former.edit();
        field.sent(
                "ani",
                edit.withXml(edit.xml()
                        .replace(mistaken.number().text(), meant.number().text())));

        assertThat(field.family(mistaken.id()).state()).isEqualTo(CaseState.ASSIGNED);
        assertThat(field.family(meant.id()).state()).isEqualTo(CaseState.VISITED);
    }

    @Test
    void anEditOfAnotherOfficersVisitIsHeldAndTakesNothingFromHim() {
        FamilyCase his = field.familyOf("iwan");
        Post former = Post.of(his).withAllPhotos();
        JsonNode sent = field.sent("iwan", former);
        FamilyCase own = field.familyOf("ani");
        Post edit = former.edit();

        JsonNode visit = field.sent(
                "ani",
                edit.withXml(
                        edit.xml().replace(his.number().text(), own.number().text())));

        assertThat(conflicts(visit)).containsExactly("edit-of-foreign");
        assertThat(visit.get("state").asString()).isEqualTo("conflict");
        assertThat(visit.get("attachments")).isEmpty();
        assertThat(field.visit(former.instanceId()).get("state").asString()).isEqualTo("received");
        assertThat(field.family(his.id()).visitId())
                .isEqualTo(UUID.fromString(sent.get("id").asString()));
        assertThat(field.family(own.id()).state()).isEqualTo(CaseState.ASSIGNED);
    }

    @Test
    void filesUnderAnotherOfficersInstanceIdStayApartFromHis() {
        Post his = Post.of(field.familyOf("iwan")).withAllPhotos();
        JsonNode first = field.sent("iwan", his);
        String photo = first.at("/attachments/0/sha256").asString();
        Post mine = his.with("note", "Lain").withFile(Post.PHOTOS.getFirst(), Post.jpeg("lain"));

        field.sent("ani", new Post(his.instanceId(), mine.xml(), mine.parts().subList(7, 8)));

        JsonNode untouched = field.visits(his.instanceId())
                .valueStream()
                .filter(visit -> visit.get("id").equals(first.get("id")))
                .findFirst()
                .orElseThrow();
        assertThat(untouched.get("attachments")).isEqualTo(first.get("attachments"));
        assertThat(conflicts(untouched)).isEmpty();
        assertThat(http.as("ani").get("/api/v1/evidence/" + photo).status()).isEqualTo(404);
    }

    @Test
    void aSecondEditOfTheSameFormerIsTooLate() {
        Post former = Post.of(field.familyOf("ani"));
        field.sent("ani", former);
        field.sent("ani", former.edit());

        assertThat(conflicts(field.sent("ani", former.edit()))).contains("edit-too-late");
    }

    @Test
    void theSameInstanceWithAnotherContentIsKeptBesideTheFirst() {
        FamilyCase family = field.familyOf("ani");
        Post first = Post.of(family);
        JsonNode original = field.sent("ani", first);

        field.sent("ani", first.with("note", "Lain"));

        assertThat(field.visits(first.instanceId())).hasSize(2);
        assertThat(conflicts(field.visit(first.instanceId()))).contains("instance-conflict");
        assertThat(field.family(family.id()).visitId())
                .isEqualTo(UUID.fromString(original.get("id").asString()));
    }

    @Test
    void anAttemptAtWhichNobodyWasHomeMovesNothing() {
        FamilyCase family = field.familyOf("ani");

        JsonNode attempt = field.sent("ani", Post.of(family).with("result", "nobody_home"));

        assertThat(attempt.get("state").asString()).isEqualTo("received");
        assertThat(attempt.get("current").asBoolean()).isFalse();
        assertThat(field.family(family.id()).state()).isEqualTo(CaseState.ASSIGNED);
        assertThat(field.sent("ani", Post.of(family)).get("state").asString()).isEqualTo("received");
        assertThat(field.visit(attempt.get("instanceId").asString())
                        .get("state")
                        .asString())
                .isEqualTo("superseded");
    }

    @Test
    void anUnknownVersionOfTheFormIsReadAsWellAsItCan() {
        Post post = Post.of(field.familyOf("ani"));

        JsonNode visit = field.sent("ani", post.withXml(post.xml().replace("version=\"", "version=\"9")));

        assertThat(conflicts(visit)).containsExactly("form-version-unknown");
        assertThat(visit.get("contact").asString()).isEqualTo("found");
    }

    @Test
    void aFileThatIsNoEvidenceIsKeptAsideAndNamed() {
        Post post = Post.of(field.familyOf("ani"))
                .withFile(Post.PHOTOS.getFirst(), "MZ this is a program".getBytes(StandardCharsets.US_ASCII));

        JsonNode visit = field.sent("ani", post);

        assertThat(conflicts(visit)).containsExactly("attachment-type");
        assertThat(visit.at("/attachments/0/accepted").asBoolean()).isFalse();
    }

    @Test
    void twoFilesUnderOneNameAreBothKept() {
        Post post = Post.of(field.familyOf("ani"));
        field.sent("ani", post.withFile("1795491518023.jpg", Post.jpeg("satu")));

        JsonNode visit = field.sent("ani", post.withFile("1795491518023.jpg", Post.jpeg("dua")));

        assertThat(conflicts(visit)).containsExactly("attachment-conflict");
        assertThat(visit.get("attachments")).hasSize(2);
    }

    @Test
    void aPhotoOfAnotherFamilyIsNoticed() {
        byte[] photo = Post.jpeg("dipinjam");
        field.sent("ani", Post.of(field.familyOf("ani")).withFile(Post.PHOTOS.getFirst(), photo));

        JsonNode second = field.sent("ani", Post.of(field.familyOf("ani")).withFile(Post.PHOTOS.getFirst(), photo));

        assertThat(visits.findSummary(REGENCY, UUID.fromString(second.get("id").asString()))
                        .orElseThrow()
                        .borrowedPhotos())
                .isEqualTo(1);
    }

    /** As after a kill between the receipt and the interpretation: the row is there, and nothing else. */
    @Test
    void whatACrashLeftIsInterpretedAfterwards() {
        FamilyCase family = field.familyOf("ani");
        JsonNode visit = field.sent("ani", Post.of(family));
        UUID id = UUID.fromString(visit.get("id").asString());
        UUID left = UUID.randomUUID();
        FamilyCase other = field.familyOf("ani");
        jdbc.sql("""
                insert into visits.submission (regency_code, id, instance_id, content_hash, form_id, form_version, officer_id,
                    client, xml, file_names, received_at)
                select regency_code, :left, :instance, sha256(xml), form_id, form_version, officer_id, client,
                    convert_to(replace(convert_from(xml, 'UTF8'), :number, :other), 'UTF8'), file_names, received_at
                from visits.submission where id = :id
                """)
                .param("left", left)
                .param("instance", "uuid:" + left)
                .param("number", family.number().text())
                .param("other", other.number().text())
                .param("id", id)
                .update();

        visits.interpretWaiting();

        assertThat(field.visit("uuid:" + left).get("caseId").asString())
                .isEqualTo(other.id().toString());
        assertThat(field.family(other.id()).state()).isEqualTo(CaseState.VISITED);
    }
}
