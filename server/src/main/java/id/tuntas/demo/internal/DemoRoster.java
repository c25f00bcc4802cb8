package id.tuntas.demo.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.Jobs;
import id.tuntas.platform.Settings;
import id.tuntas.platform.StorageSettings;
import id.tuntas.roster.RosterAbout;
import id.tuntas.roster.RosterScope;
import id.tuntas.roster.RosterSummary;
import id.tuntas.roster.Rosters;
import id.tuntas.roster.UploadRoster;
import id.tuntas.roster.UploadRoster.NewFile;
import id.tuntas.rosterfile.sample.RosterSample;
import id.tuntas.rosterfile.sample.SampleLayout;
import id.tuntas.rosterfile.sample.SampleOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;

/** The invented list: written as a P3KE 2022 workbook, uploaded, checked and committed as any other. */
@Component
@Profile("demo")
class DemoRoster {

    private static final String UPLOADED = "demo.roster";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final DemoSettings settings;
    private final StorageSettings storage;
    private final Settings kept;
    private final Rosters rosters;
    private final Jobs jobs;

    DemoRoster(DemoSettings settings, StorageSettings storage, Settings kept, Rosters rosters, Jobs jobs) {
        this.settings = settings;
        this.storage = storage;
        this.kept = kept;
        this.rosters = rosters;
        this.jobs = jobs;
    }

    /** The list's own key of a family, counted from 0. */
    static String familyKey(int family) {
        return String.format(Locale.ROOT, "5108%010d", family + 1);
    }

    /** Which family has this key, counted from 0. */
    static int family(String key) {
        return Integer.parseInt(key.substring("5108".length())) - 1;
    }

    /** Takes up an import that a killed start has left behind where it stands. */
    void bringIn(Actor coordinator, String roundCode, DemoProgress progress) {
        UUID roster = kept.find(UPLOADED).map(UUID::fromString).orElseGet(() -> upload(coordinator));
        progress.add(DemoSeeder.READING);
        RosterSummary read = settled(coordinator, roster);
        switch (read.state()) {
            case COMMITTED -> {}
            case CHECKED, COMMITTING -> done(coordinator, rosters.commit(coordinator, roster, roundCode, false));
            case READING, NEEDS_MAPPING, REFUSED, FAILED ->
                throw new IllegalStateException("the demo's own list is " + read.state());
        }
        progress.add(DemoSeeder.COMMITTING);
    }

    private UUID upload(Actor coordinator) {
        SampleOrder order = new SampleOrder(
                settings.families(),
                settings.seed(),
                0,
                SampleLayout.P3KE_2022,
                DemoPlan.byDistrict(settings.families()));
        try {
            Path workbook = RosterSample.write(order, storage.data().resolve("demo"));
            UUID roster = rosters.upload(
                            coordinator,
                            new UploadRoster(
                                    List.of(new NewFile("P3KE 2022 Buleleng.xlsx", new FileSystemResource(workbook))),
                                    new RosterAbout("P3KE 2022", DemoPlan.LISTED, "BAST/2023/01", RosterScope.FULL)))
                    .rosterId();
            kept.put(UPLOADED, roster.toString());
            return roster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RosterSummary settled(Actor coordinator, UUID roster) {
        UUID job = rosters.get(coordinator, roster).jobId();
        if (job != null) {
            done(coordinator, job);
        }
        return rosters.get(coordinator, roster);
    }

    private void done(Actor coordinator, UUID job) {
        Jobs.Job ended = jobs.await(coordinator.regencyCode(), job, PATIENCE);
        if (!ended.state().equals("done")) {
            throw new IllegalStateException("the demo's own list failed: " + ended.problem());
        }
    }
}
