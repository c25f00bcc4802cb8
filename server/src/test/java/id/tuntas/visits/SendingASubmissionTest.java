package id.tuntas.visits;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.StorageSettings;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@VisitsTest
class SendingASubmissionTest {

    @Autowired
    private Field field;

    @Autowired
    private Visits visits;

    @Autowired
    private Ledger ledger;

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
    void isThankedInOpenRosasForm() {
        Answer answer = field.collect("ani", Post.of(field.familyOf("ani")).withAllPhotos());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.raw().headers().firstValue("X-OpenRosa-Version")).contains("1.0");
        assertThat(answer.raw().headers().firstValue("Date")).isPresent();
        assertThat(answer.raw().headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
        assertThat(answer.body())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<OpenRosaResponse xmlns=\"http://openrosa.org/http/response\">"
                        + "<message nature=\"submit_success\">Kiriman diterima lengkap.</message></OpenRosaResponse>");
    }

    @Test
    void isKeptByteForByte() {
        Post post = Post.of(field.familyOf("ani"));
        String id = field.sent("ani", post).get("id").asString();

        assertThat(http.as("ani").get("/api/v1/visits/" + id + "/instance.xml").body())
                .isEqualTo(post.xml());
    }

    @Test
    void whatWasSentIsOpenedOnlyByWhoMaySeeNumbersInClearAndThatIsRecorded() {
        Post post = Post.of(field.familyOf("ani"));
        String id = field.sent("ani", post).get("id").asString();
        String path = "/api/v1/visits/" + id + "/instance.xml";

        assertThat(http.as("fajar").get(path).code()).isEqualTo("forbidden");
        assertThat(http.as("hana").get(path).status()).isEqualTo(404);
        assertThat(http.as("iwan").get(path).status()).isEqualTo(404);
        assertThat(http.as("budi").get(path).body()).isEqualTo(post.xml());
        assertThat(http.as("ani").get(path).status()).isEqualTo(200);
        assertThat(ledger.of(REGENCY, UUID.fromString(id)))
                .filteredOn(entry -> entry.verb().equals("visit.read-in-clear"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actorId())
                        .isEqualTo(field.actor("budi").id()));
    }

    @Test
    void sameContentTwiceIsOneSubmissionWithOneReceipt() {
        Post post = Post.of(field.familyOf("ani"));

        JsonNode first = field.app("ani", post).json();
        Answer again = field.app("ani", post);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first);
        assertThat(rowsOf(post)).isEqualTo(1);
    }

    @Test
    void bothDoorsLeadToTheSameRoom() {
        Post post = Post.of(field.familyOf("ani"));

        assertThat(field.collect("ani", post).status()).isEqualTo(201);
        JsonNode receipt = field.app("ani", post).json();

        assertThat(rowsOf(post)).isEqualTo(1);
        assertThat(receipt.get("instanceId").asString()).isEqualTo(post.instanceId());
        assertThat(receipt.get("contentHash").asString()).hasSize(64);
        assertThat(receipt.get("complete").asBoolean()).isFalse();
        assertThat(receipt.get("missing")).hasSize(Post.PHOTOS.size());
        assertThat(receipt.get("entryId").asString()).isNotBlank();
    }

    @Test
    void theNumberOfAReceiptLeadsToItsVisitHoweverItIsWritten() {
        Post post = Post.of(field.familyOf("ani"));
        String number = field.app("ani", post).json().get("number").asString();
        field.sent("ani", Post.of(field.familyOf("ani")));
        visits.interpretWaiting();

        assertThat(number).matches("T-\\d{4}-\\d{3}-\\d{3}");
        for (String written : List.of(number, number.replaceAll("\\D", ""), number.toLowerCase(Locale.ROOT))) {
            JsonNode found = http.as("citra")
                    .get("/api/v1/visits?receipt=" + written)
                    .json()
                    .get("items");
            assertThat(found).hasSize(1);
            assertThat(found.get(0).get("instanceId").asString()).isEqualTo(post.instanceId());
        }
        assertThat(http.as("citra").get("/api/v1/visits?receipt=T-9999-999-999").status())
                .isEqualTo(422);
        assertThat(http.as("gita")
                        .get("/api/v1/visits?receipt=" + number)
                        .json()
                        .get("items"))
                .isNull();
    }

    @Test
    void severalPostsInAnyOrderAndTwiceMakeOneWholeSubmission() {
        Post post = Post.of(field.familyOf("ani"));
        List<String> names = new ArrayList<>(Post.PHOTOS);

        assertThat(field.collect(
                                "ani",
                                post.withPhotos(names.get(5), names.get(6)).incomplete())
                        .status())
                .isEqualTo(201);
        assertThat(field.collect(
                                "ani",
                                post.withPhotos(names.get(0), names.get(1)).incomplete())
                        .body())
                .contains("3 berkas belum datang");
        assertThat(field.collect(
                                "ani",
                                post.withPhotos(names.get(0), names.get(1)).incomplete())
                        .status())
                .isEqualTo(201);
        Answer last = field.collect("ani", post.withPhotos(names.get(2), names.get(3), names.get(4)));

        assertThat(last.body()).contains("diterima lengkap");
        visits.interpretWaiting();
        JsonNode visit = field.visit(post.instanceId());
        assertThat(visit.get("complete").asBoolean()).isTrue();
        assertThat(visit.get("attachments")).hasSize(Post.PHOTOS.size());
        assertThat(rowsOf(post)).isEqualTo(1);
    }

    @Test
    void filesThatComeLaterAreEntriesOfTheirOwn() {
        Post post = Post.of(field.familyOf("ani"));
        UUID id = UUID.fromString(field.sent("ani", post).get("id").asString());

        field.sent("ani", post.withAllPhotos());

        assertThat(ledger.of(REGENCY, id)).extracting(entry -> entry.verb()).contains("visit.files-added");
    }

    @Test
    void aSubmissionWithoutInstanceIdIsKeptUnderItsContent() {
        Post post = Post.of(field.familyOf("ani"));
        Post nameless = post.withXml(post.xml().replaceAll("<instanceID>[^<]*</instanceID>", ""));

        JsonNode first = field.app("ani", nameless).json();

        assertThat(first.get("instanceId").asString()).startsWith("sha256:");
        assertThat(field.app("ani", nameless).json()).isEqualTo(first);
        visits.interpretWaiting();
        assertThat(Field.conflicts(field.visit(first.get("instanceId").asString())))
                .containsExactly("constraint");
    }

    @Test
    void oneInstanceFromEightAtOnceIsOneRow() throws Exception {
        Post post = Post.of(field.familyOf("ani")).withAllPhotos();
        String path = address("ani");
        List<Answer> answers;
        try (ExecutorService phones = Executors.newFixedThreadPool(8)) {
            List<Callable<Answer>> sending = Stream.generate(
                            () -> (Callable<Answer>) () -> post.to(http.withoutSession(), path))
                    .limit(8)
                    .toList();
            answers = new ArrayList<>();
            for (Future<Answer> sent : phones.invokeAll(sending)) {
                answers.add(sent.get());
            }
        }

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(rowsOf(post)).isEqualTo(1);
        visits.interpretWaiting();
        assertThat(field.visits(post.instanceId())).hasSize(1);
        assertThat(field.visit(post.instanceId()).get("attachments")).hasSize(Post.PHOTOS.size());
    }

    @Test
    void manyAtOnceAreAllThereAndWhole() throws Exception {
        FamilyCase family = field.familyOf("ani");
        String path = address("ani");
        List<Post> posts = Stream.generate(() -> Post.of(family)).limit(60).toList();
        try (ExecutorService phones = Executors.newFixedThreadPool(8)) {
            List<Callable<Answer>> sending = posts.stream()
                    .map(post -> (Callable<Answer>) () -> post.to(http.withoutSession(), path))
                    .toList();
            for (Future<Answer> sent : phones.invokeAll(sending)) {
                assertThat(sent.get().status()).isEqualTo(201);
            }
        }
        visits.interpretWaiting();

        assertThat(posts)
                .allSatisfy(post -> assertThat(field.visits(post.instanceId())).hasSize(1));
        assertThat(posts.stream()
                        .map(post -> field.visit(post.instanceId()).get("state").asString())
                        .collect(Collectors.groupingBy(state -> state, Collectors.counting())))
                .containsEntry("received", 1L)
                .containsEntry("conflict", 59L);
    }

    @Test
    void speaksTheLanguageOfThePhone() {
        Post post = Post.of(field.familyOf("ani"));

        assertThat(post.to(http.withoutSession().header("Accept-Language", "en"), address("ani"))
                        .body())
                .contains("Received. 7 files have not come yet.");
    }

    @Test
    void aCutLineLeavesNothingAndTheNextTryIsWhole() throws Exception {
        Post post = Post.of(field.familyOf("ani")).withAllPhotos();
        byte[] body = post.body();
        URI server = URI.create(http.baseUrl());
        String head = "POST " + address("ani") + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Post.contentType()
                + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (Socket phone = new Socket(server.getHost(), server.getPort())) {
            OutputStream out = phone.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(Arrays.copyOf(body, body.length - 3_000));
            out.flush();
            phone.shutdownOutput();
            InputStream in = phone.getInputStream();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).doesNotContain(" 201 ");
        }
        assertThat(rowsOf(post)).isZero();

        assertThat(field.collect("ani", post).body()).contains("diterima lengkap");
        assertThat(unfinished()).isEmpty();
    }

    private List<Path> unfinished() {
        try (Stream<Path> files = Files.list(storage.data().resolve("evidence"))) {
            return files.filter(file -> file.toString().endsWith(".part")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
