package id.tuntas.monitoring.internal;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.CaseState;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.monitoring.Standing;
import id.tuntas.monitoring.internal.FamilyFacts.Act;
import id.tuntas.monitoring.internal.FamilyFacts.Approval;
import id.tuntas.monitoring.internal.FamilyFacts.Graduation;
import id.tuntas.monitoring.internal.FamilyFacts.Line;
import id.tuntas.monitoring.internal.FamilyFacts.Word;
import id.tuntas.monitoring.internal.ZeroShow.Family;
import id.tuntas.monitoring.internal.ZeroShow.Said;
import id.tuntas.platform.Page;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The families behind a number of the zero page, each with who said what of it. */
@Component
class ZeroFamilies {

    /**
     * Which families; null and empty where all are.
     *
     * @param before where they stood on the earlier day
     */
    record Filter(
            @Nullable String within,
            Set<Standing> standings,
            @Nullable Act act,
            @Nullable UUID actor,
            @Nullable Standing before) {

        boolean takes(FamilyFacts family, @Nullable Standing earlier) {
            return (standings.isEmpty() || standings.contains(family.standing()))
                    && (act == null || family.act().equals(Optional.of(act)))
                    && (actor == null || family.actor().equals(Optional.of(actor)))
                    && (before == null || before == earlier);
        }
    }

    private final StandingQueries standings;
    private final Accounts accounts;
    private final Regions regions;

    ZeroFamilies(StandingQueries standings, Accounts accounts, Regions regions) {
        this.standings = standings;
        this.accounts = accounts;
        this.regions = regions;
    }

    /** By village and number. @param after the last family seen */
    Page<Family> list(
            Actor actor,
            Round round,
            LocalDate day,
            @Nullable LocalDate since,
            Filter filter,
            @Nullable UUID after,
            int limit) {
        String[] scope = actor.scope(Verb.CASE_READ);
        Map<UUID, Standing> earlier = since == null
                ? Map.of()
                : standings.on(actor.regencyCode(), round.id(), scope, since).stream()
                        .collect(toMap(FamilyFacts::id, FamilyFacts::standing));
        List<FamilyFacts> found =
                ZeroQueries.within(standings.on(actor.regencyCode(), round.id(), scope, day), filter.within()).stream()
                        .filter(one -> filter.takes(one, earlier.get(one.id())))
                        .dropWhile(one -> after != null && !one.id().equals(after))
                        .skip(after == null ? 0 : 1)
                        .limit(limit + 1L)
                        .toList();
        Map<UUID, String> names = accounts.names(
                actor.regencyCode(),
                found.stream().flatMap(ZeroFamilies::people).collect(toSet()));
        return Page.of(
                found.stream()
                        .map(one -> family(one, earlier.get(one.id()), names))
                        .toList(),
                limit,
                one -> one.id().toString());
    }

    private static Stream<UUID> people(FamilyFacts family) {
        Approval approval = family.approval();
        Word word = family.word();
        Line line = family.line();
        Graduation graduation = family.graduation();
        return Stream.of(
                        approval == null ? null : approval.officer(),
                        approval == null ? null : approval.by(),
                        word == null ? null : word.by(),
                        line == null ? null : line.by(),
                        graduation == null ? null : graduation.by())
                .filter(Objects::nonNull);
    }

    private Family family(FamilyFacts one, @Nullable Standing before, Map<UUID, String> names) {
        return new Family(
                one.id(),
                one.number(),
                one.name(),
                regions.name(one.village()),
                one.standing(),
                before,
                one.persons(),
                one.since(),
                said(one, names));
    }

    private static List<Said> said(FamilyFacts one, Map<UUID, String> names) {
        List<Said> said = new ArrayList<>();
        Approval approval = one.approval();
        if (approval != null && one.state() == CaseState.APPROVED) {
            said.add(found("proposed", name(names, approval.officer()), approval.met(), approval.proposed()));
            said.add(found("approved", name(names, approval.by()), one.contact(), one.finding()));
        }
        one.wordOnTheVisit().ifPresent(word -> said.add(meeting(word, name(names, word.by()))));
        Line line = one.line();
        if (line != null) {
            said.add(new Said(line.listed() ? "listed" : "struck", name(names, line.by()), null, null, line.decree()));
        }
        Graduation graduation = one.graduation();
        if (graduation != null) {
            said.add(new Said(
                    "graduated",
                    name(names, graduation.by()),
                    null,
                    null,
                    graduation.day().toString()));
        }
        return said;
    }

    private static Said found(
            String step, @Nullable String who, @Nullable ContactResult contact, @Nullable Finding finding) {
        return new Said(
                step, who, contact == null ? null : contact.key(), finding == null ? null : finding.key(), null);
    }

    private static Said meeting(Word word, @Nullable String who) {
        Finding held = word.held();
        return new Said(
                held == null ? word.outcome().key() : "overruled",
                who,
                null,
                held == null ? null : held.key(),
                word.day().toString());
    }

    private static @Nullable String name(Map<UUID, String> names, @Nullable UUID id) {
        return id == null ? null : names.get(id);
    }
}
