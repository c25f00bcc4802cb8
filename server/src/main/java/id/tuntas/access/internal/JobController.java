package id.tuntas.access.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.Jobs;
import id.tuntas.platform.Refusal;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How far a job is, for the person who started it. */
@RestController
class JobController {

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/api/v1/jobs/{id}")
    Jobs.Job show(Actor actor, @PathVariable UUID id) {
        return jobs.find(actor.regencyCode(), id)
                .filter(job -> actor.id().equals(job.createdBy()))
                .orElseThrow(Refusal::notFound);
    }
}
