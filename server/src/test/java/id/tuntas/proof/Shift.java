package id.tuntas.proof;

import id.tuntas.visits.Post;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** Telephones that send what is in their queue, all at the same time, until it is empty or nobody answers any more. */
final class Shift {

    /** @param key of the officer's ODK Collect */
    record Visit(String key, Post post) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final Queue<Visit> waiting;
    private final Set<Visit> answered = ConcurrentHashMap.newKeySet();
    private final Set<Integer> refusals = ConcurrentHashMap.newKeySet();
    private final CountDownLatch enough;
    private final List<Thread> telephones;

    private Shift(String address, Collection<Visit> visits, int telephones, int enough) {
        this.address = address;
        this.waiting = new ConcurrentLinkedQueue<>(visits);
        this.enough = new CountDownLatch(enough);
        this.telephones = IntStream.range(0, telephones)
                .mapToObj(n -> Thread.ofPlatform().name("telephone-" + n).start(this::send))
                .toList();
    }

    /** @param enough after how many answers {@link #awaitEnough} returns */
    static Shift begin(String address, Collection<Visit> visits, int telephones, int enough) {
        return new Shift(address, visits, telephones, enough);
    }

    private void send() {
        try {
            for (Visit visit = waiting.poll(); visit != null; visit = waiting.poll()) {
                send(visit);
            }
        } catch (IOException nobodyAnswers) {
            waiting.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Visit visit) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/odk/key/" + visit.key() + "/submission"))
                .header("Content-Type", Post.contentType())
                .header("X-OpenRosa-Version", "1.0")
                .POST(BodyPublishers.ofByteArray(visit.post().body()))
                .build();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status == 201) {
            answered.add(visit);
            enough.countDown();
        } else {
            refusals.add(status);
        }
    }

    void awaitEnough() throws InterruptedException {
        enough.await();
    }

    /** Returns what was answered 201, once every telephone has stopped. */
    Set<Visit> end() throws InterruptedException {
        for (Thread telephone : telephones) {
            telephone.join();
        }
        client.close();
        return answered;
    }

    /** Answers other than 201. */
    Set<Integer> refusals() {
        return refusals;
    }
}
