package id.tuntas.platform;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Whether the server may take work. Long work at the start (seeding) holds it back. */
@Component
public class Readiness {

    private final AtomicInteger holds = new AtomicInteger();

    public void hold() {
        holds.incrementAndGet();
    }

    public void release() {
        holds.decrementAndGet();
    }

    public boolean ready() {
        return holds.get() == 0;
    }
}
