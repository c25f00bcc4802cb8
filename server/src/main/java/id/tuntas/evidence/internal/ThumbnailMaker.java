package id.tuntas.evidence.internal;

import id.tuntas.platform.Precedence;
import id.tuntas.platform.Precedence.Work;
import id.tuntas.platform.Worker;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes thumbnails in the background, so that nobody who sends a photo or looks for a visit waits for one. Making one twice does no harm. */
@Component
@Profile("!tool")
class ThumbnailMaker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ThumbnailMaker.class);
    private static final int BATCH = 20;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(250);

    private final EvidenceStore store;
    private final EvidenceFolder folder;
    private final Precedence precedence;
    private final Clock clock;
    private final Worker worker = new Worker("thumbnails", Duration.ofSeconds(1), this::makeWaiting);

    ThumbnailMaker(EvidenceStore store, EvidenceFolder folder, Precedence precedence, Clock clock) {
        this.store = store;
        this.folder = folder;
        this.precedence = precedence;
        this.clock = clock;
    }

    private void makeWaiting() {
        List<EvidenceStore.Waiting> waiting;
        do {
            waiting = store.withoutThumbnail(BATCH);
            waiting.forEach(this::make);
        } while (waiting.size() == BATCH && isRunning());
    }

    private void make(EvidenceStore.Waiting file) {
        precedence.giveWayTo(Work.INTERPRETING, LONGEST_WAIT);
        try {
            folder.makePicture(file.sha256(), Picture.Size.THUMBNAIL);
        } catch (IOException e) {
            LOG.warn("no thumbnail of {}", file.sha256(), e);
        }
        store.thumbnailTried(file, clock.instant());
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }
}
