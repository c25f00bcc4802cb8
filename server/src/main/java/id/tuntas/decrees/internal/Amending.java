package id.tuntas.decrees.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.decrees.Decrees.Amendment;
import id.tuntas.decrees.Decrees.Change;
import id.tuntas.decrees.internal.Locked.Line;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Round;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What an amendment does to the list that is in force. */
@Component
class Amending {

    static final Comparator<Line> BY_NUMBER = Comparator.comparing(Line::number);

    private static final String EVERYWHERE = "%";

    /**
     * @param did what it adds and strikes
     * @param list what is in force from it on; both by number
     * @param earliest on which it can be signed
     * @param tag changes whenever what it does does, its reasons included
     */
    record Amended(Locked last, LocalDate earliest, List<Line> did, List<Line> list, String tag) {}

    private final DraftQueries drafts;
    private final DecreeQueries queries;
    private final AnnexRows rows;

    Amending(DraftQueries drafts, DecreeQueries queries, AnnexRows rows) {
        this.drafts = drafts;
        this.queries = queries;
        this.rows = rows;
    }

    /**
     * @throws Refusal 409 no-decree; 412 stale; 422 for changes that are none, or do not fit the list
     */
    Amended of(Actor actor, Round round, Amendment amendment) {
        List<Change> added = amendment.added();
        List<Change> struck = amendment.struck();
        List<Locked> decrees = queries.decrees(actor.regencyCode(), round.id());
        if (decrees.isEmpty()) {
            throw new Refusal(HttpStatus.CONFLICT, "no-decree");
        }
        if (decrees.getLast().ordinal() != amendment.after()) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "stale");
        }
        Map<UUID, Line> list = queries.inForce(actor.regencyCode(), round.id(), amendment.after(), EVERYWHERE).stream()
                .collect(Collectors.toMap(Line::familyId, Function.identity()));
        Map<UUID, Candidate> families = drafts.candidates(actor, Verb.DECREE_LOCK, round.id()).stream()
                .collect(Collectors.toMap(Candidate::id, Function.identity()));
        Map<UUID, Candidate> addable = families.values().stream()
                .filter(family -> family.verdict() == Verdict.LISTED && !list.containsKey(family.id()))
                .collect(Collectors.toMap(Candidate::id, Function.identity()));
        PaperCheck.requireChanges(added, struck, addable.keySet(), list.keySet());
        List<Line> lines = new ArrayList<>();
        for (Change change : added) {
            Line line = rows.line(addable.get(change.familyId()), change.reason());
            lines.add(line);
            list.put(line.familyId(), line);
        }
        for (Change change : struck) {
            Line former = list.remove(change.familyId());
            lines.add(rows.struck(former, families.get(change.familyId()), change.reason()));
        }
        lines.sort(BY_NUMBER);
        Locked last = decrees.getLast();
        return new Amended(
                last,
                PaperCheck.earliest(
                        last.decidedOn(),
                        Stream.concat(added.stream(), struck.stream())
                                .flatMap(change -> Stream.ofNullable(families.get(change.familyId())))),
                lines,
                list.values().stream().sorted(BY_NUMBER).toList(),
                tag(last, lines));
    }

    private String tag(Locked last, List<Line> lines) {
        MessageDigest sha = Hashes.sha256();
        sha.update(last.root().getBytes(StandardCharsets.US_ASCII));
        for (Line line : lines) {
            AnnexRow row = rows.read(line);
            sha.update(String.join(
                            " ",
                            "\n" + row.number(),
                            line.effect().key(),
                            row.visit().toString(),
                            row.meeting().toString(),
                            String.valueOf(row.upheldOn()),
                            line.reason())
                    .getBytes(StandardCharsets.UTF_8));
        }
        return Hashes.hex(sha.digest());
    }
}
