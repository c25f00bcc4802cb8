package id.tuntas.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever asks an open page for more than a person can read. It counts by address and in this process alone, so that an answer
 * to nobody in particular costs no write.
 */
@Component
public class Brake {

    static final int PER_MINUTE = 120;

    /** What is counted at most, so that invented addresses do not fill the memory; beyond it everybody shares one count. */
    private static final int MOST_ADDRESSES = 50_000;

    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    /** Throws {@link Refusal} 429 beyond {@value #PER_MINUTE} a minute from one address. */
    public void pass(String address) {
        String counted = asked.size() < MOST_ADDRESSES || asked.containsKey(address) ? address : "";
        if (asked.merge(counted, 1, Integer::sum) > PER_MINUTE) {
            throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests");
        }
    }

    @Scheduled(fixedRate = 60_000)
    void release() {
        asked.clear();
    }
}
