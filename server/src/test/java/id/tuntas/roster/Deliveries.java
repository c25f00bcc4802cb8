package id.tuntas.roster;

import id.tuntas.access.Actor;
import id.tuntas.platform.Jobs;
import id.tuntas.platform.Jobs.Job;
import id.tuntas.roster.UploadRoster.NewFile;
import id.tuntas.rosterfile.sample.RosterSample;
import id.tuntas.rosterfile.sample.SampleLayout;
import id.tuntas.rosterfile.sample.SampleOrder;
import id.tuntas.testing.Personas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;

/** Made-up lists handed over by Citra, waited for until their job has ended. */
@Component
public class Deliveries {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Rosters rosters;
    private final Jobs jobs;
    private final Personas personas;

    Deliveries(Rosters rosters, Jobs jobs, Personas personas) {
        this.rosters = rosters;
        this.jobs = jobs;
        this.personas = personas;
    }

    Actor citra() {
        return personas.actor("citra");
    }

    static Path sample(int families, long seed, double dirty) throws IOException {
        return RosterSample.write(
                new SampleOrder(families, seed, dirty, SampleLayout.P3KE_2022, Map.of()),
                Files.createTempDirectory("roster"));
    }

    public static NewFile file(Path path) {
        return new NewFile(path.getFileName().toString(), new FileSystemResource(path));
    }

    public static NewFile csv(String name, String... lines) {
        byte[] text = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
        return new NewFile(name, new ByteArrayResource(text));
    }

    public RosterSummary checked(NewFile... files) throws IOException {
        return checked(RosterAbout.NOTHING, files);
    }

    public RosterSummary checked(RosterAbout about, NewFile... files) throws IOException {
        StartedRoster started = rosters.upload(citra(), new UploadRoster(Arrays.asList(files), about));
        await(started.jobId());
        return rosters.get(citra(), started.rosterId());
    }

    public Job committed(RosterSummary roster, String round) {
        return await(rosters.commit(citra(), roster.id(), round, true));
    }

    Job await(UUID job) {
        return jobs.await(Personas.REGENCY, job, PATIENCE);
    }
}
