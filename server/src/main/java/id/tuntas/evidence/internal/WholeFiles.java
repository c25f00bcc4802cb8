package id.tuntas.evidence.internal;

import id.tuntas.evidence.internal.EvidenceStore.Known;
import id.tuntas.ledger.AuditWatch;
import id.tuntas.ledger.AuditWatch.Stage;
import id.tuntas.ledger.KeptContent;
import id.tuntas.ledger.Ledger.Misfit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every file that a record names, and every one that nobody could open, is there and is what its name says. */
@Component
class WholeFiles implements KeptContent {

    private static final int PAGE = 1_000;

    private final EvidenceStore store;
    private final EvidenceFolder folder;
    private final ObjectProvider<KeptContent> rooms;

    WholeFiles(EvidenceStore store, EvidenceFolder folder, ObjectProvider<KeptContent> rooms) {
        this.store = store;
        this.folder = folder;
        this.rooms = rooms;
    }

    /** Records name files by key, so none of them can be without its row; what a row says of a file is told by reading it. */
    @Override
    public Optional<Misfit> firstMisfit() {
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> firstBrokenFile(AuditWatch watch) {
        long total = store.count();
        long done = 0;
        @Nullable Known last = null;
        watch.at(Stage.FILES, done, total);
        for (List<Known> page = store.after(last, PAGE); !page.isEmpty(); page = store.after(last, PAGE)) {
            for (Known file : page) {
                if (!isWhole(file)) {
                    return Optional.of(broken(file));
                }
                watch.at(Stage.FILES, ++done, total);
            }
            last = page.getLast();
        }
        return Optional.empty();
    }

    private Misfit broken(Known file) {
        return Misfit.of(file.regencyCode(), "file", file.sha256(), "file-broken")
                .keptBy(rooms.orderedStream()
                        .flatMap(room -> room.keepersOf(file.regencyCode(), file.sha256()).stream())
                        .toList());
    }

    private boolean isWhole(Known file) {
        try {
            return folder.isWhole(file.sha256(), file.accepted());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
