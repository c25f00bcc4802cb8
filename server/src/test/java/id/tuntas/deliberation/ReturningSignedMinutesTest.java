package id.tuntas.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Hashes;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Pdf;
import id.tuntas.visits.Post;
import id.tuntas.visits.VisitsTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@VisitsTest
@Import(Hall.class)
class ReturningSignedMinutesTest {

    private final byte[] scan = Pdf.page(UUID.randomUUID().toString());
    private final String sha256 = Hashes.hex(Hashes.sha256(scan));

    @Autowired
    private Hall hall;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    @Test
    void isKeptAsItCameAndStandsInTheLedger() {
        UUID meeting = meeting();

        Answer answer = sign("oka", meeting, scan);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/minutes/signed/0/sha256").asString()).isEqualTo(sha256);
        assertThat(answer.json().at("/minutes/signed/0/mediaType").asString()).isEqualTo("application/pdf");
        String kept = path(meeting) + "/" + sha256;
        assertThat(http.as("fajar").download(kept).statusCode())
                .as("without saying what for")
                .isEqualTo(422);
        HttpResponse<byte[]> copy = http.as("fajar").download(kept + "?purpose=audit");
        assertThat(copy.statusCode()).isEqualTo(200);
        assertThat(copy.body()).isEqualTo(scan);
        assertThat(signings(meeting))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail())
                        .containsEntry("sha256", sha256)
                        .containsEntry("edition", 1));
    }

    @Test
    void takesPhotosTooAndKeepsEveryCopy() {
        UUID meeting = meeting();

        sign("oka", meeting, scan);
        Answer answer = sign("oka", meeting, Post.jpeg("halaman " + meeting));

        assertThat(answer.json().at("/minutes/signed")).hasSize(2);
        assertThat(signings(meeting)).hasSize(2);
    }

    @Test
    void theSameFileTwiceIsTheSame() {
        UUID meeting = meeting();

        sign("oka", meeting, scan);
        Answer again = sign("citra", meeting, scan);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/minutes/signed")).hasSize(1);
        assertThat(signings(meeting)).hasSize(1);
    }

    @Test
    void belongsToItsEditionAlone() {
        UUID first = meeting();
        sign("oka", first, scan);
        UUID second = UUID.fromString(
                hall.reopen("citra", first, "Satu nama keliru").json().get("id").asString());

        Answer open = sign("oka", second, scan);
        hall.closed(second);

        assertThat(open.status()).isEqualTo(409);
        assertThat(open.code()).isEqualTo("meeting-not-closed");
        assertThat(hall.show(second).at("/minutes/signed")).isEmpty();
        assertThat(hall.show(first).at("/minutes/signed")).hasSize(1);
        assertThat(http.as("oka").get(path(second) + "/" + sha256).status()).isEqualTo(404);
    }

    @Test
    void anybodyCanCheckTheSignedCopyByItsHash() {
        UUID meeting = meeting();
        byte[] photo = Post.jpeg("bertanda tangan " + meeting);
        sign("oka", meeting, photo);

        Answer answer = http.withoutSession().get("/api/v1/kept-papers/" + Hashes.hex(Hashes.sha256(photo)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("code")).isEqualTo(hall.show(meeting).at("/minutes/code"));
    }

    @Test
    void refusesWhatIsNoPaper() {
        UUID meeting = meeting();

        for (byte[] file : List.of(
                "<html>".getBytes(StandardCharsets.US_ASCII),
                "%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII),
                "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {0, 1, 2})) {
            Answer answer = sign("oka", meeting, file);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("not-a-paper");
        }
        Answer empty = sign("oka", meeting, new byte[0]);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.json().at("/errors/0/code").asString()).isEqualTo("required");
        assertThat(hall.show(meeting).at("/minutes/signed")).isEmpty();
    }

    @Test
    void refusesItsOwnUnsignedPaperAndWhatIsEvidenceOfAnotherAct() {
        UUID meeting = meeting();
        byte[] unsigned = http.as("oka")
                .download(Hall.path(meeting) + "/minutes.pdf?purpose=audit")
                .body();
        byte[] ofAnother = Pdf.page(meeting.toString());
        sign("oka", meeting(), ofAnother);

        for (byte[] file : List.of(unsigned, ofAnother)) {
            Answer answer = sign("oka", meeting, file);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/file");
            assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("not-signed-copy");
        }
        assertThat(hall.show(meeting).at("/minutes/signed")).isEmpty();
    }

    @Test
    void refusesMoreThanAScanWeighs() {
        UUID meeting = meeting();
        byte[] large = Arrays.copyOf(scan, 20 * 1024 * 1024 + 1);

        Answer answer = sign("oka", meeting, large);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-large");
        assertThat(hall.show(meeting).at("/minutes/signed")).isEmpty();
    }

    @Test
    void isForWhoeverRecordsTheMeetingsOfTheVillage() {
        UUID meeting = meeting();

        assertThat(sign("hana", meeting, scan).status()).isEqualTo(404);
        assertThat(sign("oka", UUID.randomUUID(), scan).status()).isEqualTo(404);
        for (String persona : List.of("rai", "fajar", "dewa", "eka", "gita")) {
            assertThat(sign(persona, meeting, scan).status()).as(persona).isEqualTo(403);
        }
        assertThat(http.withoutSession().upload(path(meeting), "a.pdf", scan).status())
                .isEqualTo(401);
        sign("oka", meeting, scan);
        assertThat(http.as("hana").get(path(meeting) + "/" + sha256).status()).isEqualTo(404);
        assertThat(http.as("gita").get(path(meeting) + "/" + sha256).status()).isEqualTo(403);
    }

    private UUID meeting() {
        return hall.closedOn(hall.reviewed(hall.village()));
    }

    private Answer sign(String persona, UUID meeting, byte[] file) {
        return http.as(persona).upload(path(meeting), "pindaian.pdf", file);
    }

    private static String path(UUID meeting) {
        return Hall.path(meeting) + "/minutes/signed";
    }

    private List<Entry> signings(UUID meeting) {
        return ledger.of("51.08", meeting).stream()
                .filter(entry -> entry.verb().equals("minutes.signed"))
                .toList();
    }
}
