package id.tuntas.decrees.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Page;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the decree's page shows. */
@Component
class DecreeShows {

    private final DraftQueries drafts;
    private final Rounds rounds;
    private final Regions regions;
    private final BusinessClock clock;

    DecreeShows(DraftQueries drafts, Rounds rounds, Regions regions, BusinessClock clock) {
        this.drafts = drafts;
        this.rounds = rounds;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * @param edition of the meeting that decided; null before one did
     * @param overruled whether that meeting holds another finding than the review
     */
    record FamilyShow(
            UUID id,
            String number,
            String name,
            String address,
            String hamlet,
            String village,
            String villageName,
            String districtName,
            boolean nominated,
            int listed,
            int persons,
            Verdict verdict,
            @Nullable Integer edition,
            boolean overruled) {}

    DecreeShow show(Actor actor, String roundCode) {
        Round round = rounds.get(actor.regencyCode(), roundCode);
        return new DecreeShow(
                round.code(),
                round.name(),
                clock.today(),
                DraftShow.of(
                        drafts.candidates(actor, Verb.PROGRESS_READ, round.id()),
                        drafts.open(actor, round.id()),
                        regions));
    }

    /** By village and number. @param after key of the last one seen */
    Page<FamilyShow> families(Actor actor, String roundCode, Verdict verdict, String after, int limit) {
        Round round = rounds.get(actor.regencyCode(), roundCode);
        List<FamilyShow> rows = drafts.candidates(actor, Verb.CASE_READ, round.id()).stream()
                .filter(family -> family.verdict() == verdict && key(family).compareTo(after) > 0)
                .sorted(Comparator.comparing(DecreeShows::key))
                .limit(limit + 1L)
                .map(this::family)
                .toList();
        return Page.of(rows, limit, row -> row.village() + "/" + row.number());
    }

    private static String key(Candidate family) {
        return family.village() + "/" + family.number();
    }

    private FamilyShow family(Candidate family) {
        return new FamilyShow(
                family.id(),
                family.number(),
                family.name(),
                family.address(),
                family.hamlet(),
                family.village(),
                regions.name(family.village()),
                regions.name(family.district()),
                family.nominated(),
                family.listed(),
                family.persons(),
                family.verdict(),
                family.meeting() == null ? null : family.meeting().edition(),
                family.overruled());
    }
}
