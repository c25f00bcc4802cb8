package id.tuntas.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Paper;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Post;
import id.tuntas.visits.VisitsTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@VisitsTest
@Import(Hall.class)
class ReturningSignedMinutesTest {

    private static final byte[] SCAN = Paper.pdf("Pindaian", Locale.of("id"), "", "<p>Bertanda tangan</p>");
    private static final String SHA256 = Hashes.hex(Hashes.sha256(SCAN));

    @Autowired
    private Hall hall;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    @Test
    void isKeptAsItCameAndStandsInTheLedger() {
        UUID meeting = meeting();

        Answer answer = sign("oka", meeting, SCAN);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/minutes/signed/0/sha256").asString()).isEqualTo(SHA256);
        assertThat(answer.json().at("/minutes/signed/0/mediaType").asString()).isEqualTo("application/pdf");
        String kept = path(meeting) + "/" + SHA256;
        assertThat(http.as("fajar").download(kept).statusCode())
                .as("without saying what for")
                .isEqualTo(422);
        HttpResponse<byte[]> copy = http.as("fajar").download(kept + "?purpose=audit");
        assertThat(copy.statusCode()).isEqualTo(200);
        assertThat(copy.body()).isEqualTo(SCAN);
        assertThat(signings(meeting))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail())
                        .containsEntry("sha256", SHA256)
                        .containsEntry("edition", 1));
    }

    @Test
    void takesPhotosTooAndKeepsEveryCopy() {
        UUID meeting = meeting();

        sign("oka", meeting, SCAN);
        Answer answer = sign("oka", meeting, Post.jpeg("halaman " + meeting));

        assertThat(answer.json().at("/minutes/signed")).hasSize(2);
        assertThat(signings(meeting)).hasSize(2);
    }

    @Test
    void theSameFileTwiceIsTheSame() {
        UUID meeting = meeting();

        sign("oka", meeting, SCAN);
        Answer again = sign("citra", meeting, SCAN);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/minutes/signed")).hasSize(1);
        assertThat(signings(meeting)).hasSize(1);
    }

    @Test
    void belongsToItsEditionAlone() {
        UUID first = meeting();
        sign("oka", first, SCAN);
        UUID second = UUID.fromString(
                hall.reopen("citra", first, "Satu nama keliru").json().get("id").asString());

        Answer open = sign("oka", second, SCAN);
        hall.closed(second);

        assertThat(open.status()).isEqualTo(409);
        assertThat(open.code()).isEqualTo("meeting-not-closed");
        assertThat(hall.show(second).at("/minutes/signed")).isEmpty();
        assertThat(hall.show(first).at("/minutes/signed")).hasSize(1);
        assertThat(http.as("oka").get(path(second) + "/" + SHA256).status()).isEqualTo(404);
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
    void refusesMoreThanAScanWeighs() {
        UUID meeting = meeting();
        byte[] large = Arrays.copyOf(SCAN, 20 * 1024 * 1024 + 1);

        Answer answer = sign("oka", meeting, large);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-large");
        assertThat(hall.show(meeting).at("/minutes/signed")).isEmpty();
    }

    @Test
    void isForWhoeverRecordsTheMeetingsOfTheVillage() {
        UUID meeting = meeting();

        assertThat(sign("hana", meeting, SCAN).status()).isEqualTo(404);
        assertThat(sign("oka", UUID.randomUUID(), SCAN).status()).isEqualTo(404);
        for (String persona : List.of("rai", "fajar", "dewa", "eka", "gita")) {
            assertThat(sign(persona, meeting, SCAN).status()).as(persona).isEqualTo(403);
        }
        assertThat(http.withoutSession().upload(path(meeting), "a.pdf", SCAN).status())
                .isEqualTo(401);
        sign("oka", meeting, SCAN);
        assertThat(http.as("hana").get(path(meeting) + "/" + SHA256).status()).isEqualTo(404);
        assertThat(http.as("gita").get(path(meeting) + "/" + SHA256).status()).isEqualTo(403);
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
