package id.tuntas.demo.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Accounts.NewAccount;
import id.tuntas.access.Actor;
import id.tuntas.cases.AssignmentProposal;
import id.tuntas.cases.Assignments;
import id.tuntas.demo.internal.DemoPeople.Person;
import id.tuntas.forms.EvidenceRules;
import id.tuntas.forms.VervalForm;
import id.tuntas.platform.BusinessClock;
import id.tuntas.programmes.Agencies;
import id.tuntas.programmes.Agencies.Agency;
import id.tuntas.programmes.Programmes;
import id.tuntas.rounds.DatedPovertyLine;
import id.tuntas.rounds.NewRound;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.RoundState;
import id.tuntas.rounds.Rounds;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Sets the stage: people, round, programmes, list, assignments. Every part finds out what an earlier start has done already. */
@Component
@Profile("demo")
class DemoSeeder {

    static final String ROUND = "BLL-2023-1";
    static final int READING = 150;
    static final int COMMITTING = 150;
    private static final int ASSIGNING = 50;

    private static final List<Person> PEOPLE = DemoPeople.all();
    private static final DatedPovertyLine LINE = new DatedPovertyLine(LocalDate.of(2023, 1, 1), 322_170, 500_000);

    private final Accounts accounts;
    private final DemoPasswords passwords;
    private final DemoActors actors;
    private final Rounds rounds;
    private final DemoRoster roster;
    private final Assignments assignments;
    private final Programmes programmes;
    private final Agencies agencies;
    private final BusinessClock clock;
    private final DemoDays days;

    DemoSeeder(
            Accounts accounts,
            DemoPasswords passwords,
            DemoActors actors,
            Rounds rounds,
            DemoRoster roster,
            Assignments assignments,
            Programmes programmes,
            Agencies agencies,
            BusinessClock clock,
            DemoDays days) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.actors = actors;
        this.rounds = rounds;
        this.roster = roster;
        this.assignments = assignments;
        this.programmes = programmes;
        this.agencies = agencies;
        this.clock = clock;
        this.days = days;
    }

    /** How much {@link #seed} adds to a progress. */
    int work() {
        return days.today().isPresent() ? 0 : PEOPLE.size() + READING + COMMITTING + ASSIGNING;
    }

    void seed(DemoProgress progress) {
        if (days.today().isPresent()) {
            renewPasswords();
            return;
        }
        clock.playAt(DemoPlan.LISTED, LocalTime.of(9, 0));
        people(progress);
        Actor coordinator = actors.coordinator();
        round(coordinator);
        programmes(coordinator);
        roster.bringIn(coordinator, ROUND, progress);
        clock.playAt(DemoPlan.LISTED, LocalTime.of(15, 0));
        AssignmentProposal proposal = assignments.propose(coordinator, ROUND, List.of(), true);
        assignments.commit(coordinator, proposal.proposalId());
        progress.add(ASSIGNING);
        days.reached(DemoPlan.OPENS);
    }

    private void people(DemoProgress progress) {
        Map<String, String> kept = passwords.kept();
        Map<String, String> wanted = passwords.wanted(PEOPLE);
        setPasswords(kept, wanted);
        passwords.keep(PEOPLE, wanted);
        PEOPLE.parallelStream().forEach(person -> {
            if (accounts.findByUsername(person.username()).isEmpty()) {
                accounts.create(
                        null,
                        new NewAccount(
                                DemoPeople.REGENCY,
                                person.username(),
                                person.name(),
                                null,
                                wanted.get(person.username()),
                                person.grants()));
            }
            progress.add(1);
        });
    }

    /** A password given at a later start holds for all from then on. */
    private void renewPasswords() {
        Map<String, String> kept = passwords.kept();
        Map<String, String> wanted = passwords.wanted(PEOPLE);
        if (!wanted.equals(kept)) {
            setPasswords(kept, wanted);
            passwords.keep(PEOPLE, wanted);
        }
    }

    private void setPasswords(Map<String, String> kept, Map<String, String> wanted) {
        PEOPLE.parallelStream().forEach(person -> {
            String password = wanted.getOrDefault(person.username(), "");
            if (!password.equals(kept.get(person.username()))) {
                accounts.findByUsername(person.username())
                        .ifPresent(account -> accounts.setPassword(null, DemoPeople.REGENCY, account.id(), password));
            }
        });
    }

    private void programmes(Actor coordinator) {
        if (programmes.list(DemoPeople.REGENCY).isEmpty()) {
            programmes.addUsual(coordinator);
        }
        for (Agency agency : agencies.list(DemoPeople.REGENCY)) {
            Actor answers = actors.of(DemoPeople.AGENCIES.get(agency.name()));
            agencies.appoint(coordinator, agency.id(), Set.of(answers.id()));
        }
    }

    private void round(Actor coordinator) {
        if (rounds.list(DemoPeople.REGENCY).stream().map(Round::code).noneMatch(ROUND::equals)) {
            rounds.create(
                    coordinator,
                    new NewRound(
                            ROUND,
                            "Verval P3KE Buleleng 2023",
                            DemoPlan.OPENS,
                            DemoPlan.DEADLINE,
                            DemoPlan.ZERO_DATE,
                            VervalForm.FORM_ID,
                            VervalForm.definition().version(),
                            List.of(LINE),
                            EvidenceRules.standard(),
                            NewRound.DEFAULT_ATTEMPTS,
                            NewRound.DEFAULT_ANSWER_DAYS,
                            NewRound.DEFAULT_PHONE_DAYS,
                            RoundState.OPEN));
        }
    }
}
