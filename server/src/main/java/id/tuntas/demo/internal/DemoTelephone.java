package id.tuntas.demo.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.demo.internal.DemoPlan.Road;
import id.tuntas.forms.PhotoKind;
import id.tuntas.forms.VervalAnswers;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import id.tuntas.visits.IntakeOutcome.Rejected;
import id.tuntas.visits.Submission;
import id.tuntas.visits.Submission.Client;
import id.tuntas.visits.Submission.SentFile;
import id.tuntas.visits.Visits;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fills the form in for a family's officer and sends it with its photos. */
@Component
@Profile("demo")
class DemoTelephone {

    private final DemoSettings settings;
    private final Cases cases;
    private final Regions regions;
    private final Accounts accounts;
    private final DemoEvidence evidence;
    private final Visits visits;

    DemoTelephone(
            DemoSettings settings,
            Cases cases,
            Regions regions,
            Accounts accounts,
            DemoEvidence evidence,
            Visits visits) {
        this.settings = settings;
        this.cases = cases;
        this.regions = regions;
        this.accounts = accounts;
        this.evidence = evidence;
        this.visits = visits;
    }

    /** @param replaces instanceID of the visit that came back; null for the first one */
    void visit(Round round, Road road, FamilyCase family, LocalDate day, LocalTime end, @Nullable String replaces) {
        send(round, road, family, officerOf(family), day, end, replaces, false);
    }

    /** Once more, months later: the family lives better than it did. */
    void revisit(Round round, Road road, FamilyCase family, LocalDate day, LocalTime end) {
        send(round, road.better(), family, officerOf(family), day, end, null, true);
    }

    /** Somebody else looks at it once more: nothing has changed. */
    void watch(Round round, Road road, FamilyCase family, UUID officer, LocalDate day, LocalTime end) {
        send(round, road, family, officer, day, end, null, true);
    }

    private static UUID officerOf(FamilyCase family) {
        if (family.officerId() == null) {
            throw new IllegalStateException("family " + family.number().text() + " has no officer");
        }
        return family.officerId();
    }

    private void send(
            Round round,
            Road road,
            FamilyCase family,
            UUID officerId,
            LocalDate day,
            LocalTime end,
            @Nullable String replaces,
            boolean later) {
        Actor officer = accounts.actor(family.regencyCode(), officerId);
        DemoVisit visit = new DemoVisit(
                settings.seed(),
                road,
                family,
                cases.members(family.regencyCode(), family.id()),
                regions.find(family.villageCode()).orElseThrow(),
                round,
                day,
                end,
                replaces,
                later);
        VervalAnswers answers = DemoAnswers.of(visit);
        byte[] xml = DemoInstance.xml(visit, answers, regions.name(family.districtCode()));
        Submission submission = new Submission(xml, files(visit, answers), Client.DEMO, officer.username());
        if (visits.submit(officer, submission) instanceof Rejected rejected) {
            throw new IllegalStateException("the demo's own visit is refused: " + rejected.reason());
        }
    }

    private List<SentFile> files(DemoVisit visit, VervalAnswers answers) {
        Random chance = visit.visitChance();
        List<SentFile> files = new ArrayList<>();
        for (PhotoKind kind : PhotoKind.values()) {
            String name = answers.photos().get(kind);
            if (name != null) {
                files.add(new SentFile(name, evidence.keep(DemoPhotos.photo(kind, chance))));
            }
        }
        if (answers.signature() != null) {
            files.add(new SentFile(answers.signature(), evidence.keep(DemoPhotos.signature(chance))));
        }
        return files;
    }
}
