package id.tuntas.visits;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.platform.StorageSettings;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VisitsTest
class RefusingASubmissionTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StorageSettings storage;

    private String address(String officer) {
        return "/odk/key/" + field.key(officer) + "/submission";
    }

    private long rowsOf(Post post) {
        return jdbc.sql("select count(*) from visits.submission where instance_id = :id")
                .param("id", post.instanceId())
                .query(Long.class)
                .single();
    }

    @Test
    void whatIsNoXmlIsRefused() {
        Post post = Post.of(field.familyOf("ani"));

        Answer answer = field.collect("ani", post.withXml(post.xml().substring(0, 700)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("<message nature=\"submit_error\">Isian bukan XML formulir yang utuh.");
        assertThat(rowsOf(post)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE data [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE data [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE data SYSTEM \"http://localhost:1/x.dtd\">"
            })
    void entitiesAreRefused(String doctype) {
        Post post = Post.of(field.familyOf("ani"));

        assertThat(field.collect("ani", post.withXml(doctype + post.xml())).status())
                .isEqualTo(400);
    }

    @Test
    void anotherServersFormIsRefused() {
        Post post = Post.of(field.familyOf("ani"));

        Answer answer = field.collect("ani", post.withXml(post.xml().replace("id=\"verval\"", "id=\"sensus\"")));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("submit_error", "Formulir ini tidak ada di server ini.");
    }

    @Test
    void aPostWithoutTheInstanceIsRefused() {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"foto.jpg\"; filename=\"foto.jpg\"\r\n\r\nx\r\n--b--\r\n";

        Answer answer = http.withoutSession()
                .send("POST", address("ani"), BodyPublishers.ofString(body), "multipart/form-data; boundary=b");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("xml_submission_file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/xml", "application/x-www-form-urlencoded"})
    void whatIsNoMultipartIsRefused(String type) {
        Answer answer = http.withoutSession()
                .send("POST", address("ani"), BodyPublishers.ofString("<data id=\"verval\"/>"), type);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).contains("OpenRosaResponse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=lain"})
    void aMultipartThatCannotBeTakenApartIsRefused(String type) {
        Answer answer = http.withoutSession()
                .send(
                        "POST",
                        address("ani"),
                        BodyPublishers.ofByteArray(
                                Post.of(field.familyOf("ani")).body()),
                        type);

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void moreThanAHundredMegabytesAreRefused() {
        Post post = Post.of(field.familyOf("ani")).withFile("besar.jpg", new byte[101 * MEGABYTE]);

        Answer answer = field.collect("ani", post);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("submit_error");
        assertThat(rowsOf(post)).isZero();
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void moreThanAHundredMegabytesInChunksAreRefused() {
        Post post = Post.of(field.familyOf("ani")).withFile("besar.jpg", new byte[101 * MEGABYTE]);
        byte[] body = post.body();

        Answer answer = http.withoutSession()
                .send(
                        "POST",
                        address("ani"),
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                        Post.contentType());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void anotherPersonsKeyOrNoneIsRefusedBeforeTheBodyIsRead() {
        Post post = Post.of(field.familyOf("ani"));

        Answer answer = post.to(http.withoutSession(), "/odk/key/salah/submission");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("submit_error", "Pindai lagi kode QR");
        assertThat(answer.raw().headers().firstValue("X-OpenRosa-Version")).contains("1.0");
        assertThat(rowsOf(post)).isZero();
    }

    @Test
    void whoIsNoOfficerIsRefusedAtBothDoors() {
        Post post = Post.of(field.familyOf("ani"));

        assertThat(field.collect("budi", post).status()).isEqualTo(403);
        assertThat(field.app("budi", post).code()).isEqualTo("forbidden");
        assertThat(rowsOf(post)).isZero();
    }

    @Test
    void theFieldAppsDoorRefusesInItsOwnForm() {
        Post post = Post.of(field.familyOf("ani"));

        Answer answer = field.app("ani", post.withXml("<data"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("submission-unreadable");
    }

    private List<Path> unfinished() {
        try (Stream<Path> files = Files.list(storage.data().resolve("evidence"))) {
            return files.filter(file -> file.toString().endsWith(".part")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
