package id.tuntas.rosterfile.check;

import id.tuntas.rosterfile.DateOrderDecision;
import id.tuntas.rosterfile.FileReport;
import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.Progress;
import id.tuntas.rosterfile.RosterCheck;
import id.tuntas.rosterfile.RosterFile;
import id.tuntas.rosterfile.RosterProblem;
import id.tuntas.rosterfile.RosterReport;
import id.tuntas.rosterfile.RowOrigin;
import id.tuntas.rosterfile.RowSink;
import id.tuntas.rosterfile.RowValues;
import id.tuntas.rosterfile.Stage;
import id.tuntas.rosterfile.check.Households.Household;
import id.tuntas.rosterfile.layout.Layout;
import id.tuntas.rosterfile.table.FileRefused;
import id.tuntas.rosterfile.table.FileRefused.Reason;
import id.tuntas.rosterfile.table.Limits;
import id.tuntas.rosterfile.table.Row;
import id.tuntas.rosterfile.table.RowCursor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run over the files of one roster: read, match, validate, report. */
public final class RosterRun {

    private static final int TELL_EVERY = 2_000;
    private static final long MOST_ROWS = Limits.rows();
    private static final List<Layout.Subject> ORDER =
            List.of(Layout.Subject.FAMILIES, Layout.Subject.PERSONS, Layout.Subject.MEMBERS);

    private final RosterCheck settings;
    private final RowSink sink;
    private final Outcome outcome;
    private final Progress progress;
    private final List<RosterProblem> refusals = new ArrayList<>();
    private final List<DateOrderDecision> dateOrders = new ArrayList<>();

    public RosterRun(RosterCheck settings, RowSink sink, id.tuntas.rosterfile.ProblemSink problems) {
        this.settings = settings;
        this.sink = sink;
        this.outcome = new Outcome(problems);
        this.progress = settings.progress();
    }

    public RosterReport run(List<RosterFile> files) throws IOException {
        try (OpenedFiles opened = new OpenedFiles(files, settings, this::refuse)) {
            opened.read();
            List<SheetTask> tasks = opened.match(outcome);
            if (refusals.isEmpty()) {
                validate(tasks);
            }
            return report(opened.reports());
        }
    }

    private void refuse(RosterProblem refusal) {
        refusals.add(refusal);
        outcome.report(refusal);
    }

    private void validate(List<SheetTask> tasks) throws IOException {
        Roll roll = new Roll(settings.today(), sink, outcome, new VillageCheck(settings.regions()), tasks);
        Path target = settings.rejects();
        try (RejectedRows rejects = target == null ? null : new RejectedRows(target)) {
            for (Layout.Subject subject : ORDER) {
                for (SheetTask task : tasks) {
                    if (task.layout.subject() == subject && refusals.isEmpty()) {
                        validate(task, roll, rejects);
                    }
                }
            }
            if (refusals.isEmpty()) {
                progress.at(Stage.REPORT, "", outcome.rows, 0);
                judgeHouseholds(roll);
                if (rejects != null) {
                    rejects.finish();
                }
                progress.at(Stage.REPORT, "", outcome.rows, 100);
            }
        }
    }

    private void validate(SheetTask task, Roll roll, @Nullable RejectedRows rejects) throws IOException {
        RowCheck check = switch (task.layout.subject()) {
            case FAMILIES -> new FamilyCheck(task, roll);
            case PERSONS -> new PersonCheck(task, roll);
            case MEMBERS -> new MemberCheck(task, roll);
        };
        try (RowCursor cursor = task.sheet.rows()) {
            boolean first = true;
            while (cursor.next()) {
                Row row = cursor.row();
                if (row.number() <= task.match.headerRow() || first && numbersColumns(row)) {
                    continue;
                }
                first = false;
                count(task, cursor);
                RowCheck.Verdict verdict = check.check(row);
                if (!verdict.problems().isEmpty()) {
                    RowValues values = check.reading().values();
                    verdict.problems().forEach(problem -> outcome.report(problem, values));
                }
                if (rejects != null && verdict.fate() != RowCheck.Fate.ACCEPTED) {
                    rejects.add(task, row, verdict, check.reading().birthDates().settled());
                }
            }
            check.end();
        } catch (FileRefused refused) {
            refuse(OpenedFiles.refusal(task.fileName, refused));
        }
        dateOrders.addAll(check.reading().birthDates().orders().decided());
        progress.at(Stage.VALIDATE, task.fileName, outcome.rows, 100);
    }

    private void count(SheetTask task, RowCursor cursor) throws FileRefused {
        task.rows++;
        if (++outcome.rows > MOST_ROWS) {
            throw new FileRefused(Reason.TOO_MANY_ROWS);
        }
        if (outcome.rows % TELL_EVERY == 0) {
            progress.at(Stage.VALIDATE, task.fileName, outcome.rows, cursor.percent());
        }
    }

    /** Officials number the columns, 1 2 3 ..., on the row under the header. */
    private static boolean numbersColumns(Row row) {
        int filled = 0;
        for (int column = 0; column < row.width(); column++) {
            String text = row.text(column);
            if (!text.isEmpty() && !text.equals(String.valueOf(++filled)) && !text.equals("(" + filled + ")")) {
                return false;
            }
        }
        return filled > 3;
    }

    /** Rules that need both lists: a family list alone says nothing of its members. */
    private void judgeHouseholds(Roll roll) {
        for (Household household : roll.households.all()) {
            outcome.acceptedHouseholds += household.memberAccepted ? 1 : 0;
            if (roll.familiesGiven && roll.membersGiven && household.place != Places.NONE && !household.rejected) {
                judge(household, roll.origin(household.place));
            }
        }
    }

    private void judge(Household household, RowOrigin origin) {
        if (household.members == 0) {
            warn(ProblemCode.FAMILY_WITHOUT_MEMBERS, origin, 0);
            return;
        }
        if (household.heads == 0) {
            warn(ProblemCode.HEAD_MISSING, origin, 0);
        } else if (household.heads > 1) {
            warn(ProblemCode.HEAD_AMBIGUOUS, origin, household.heads);
        }
        if (!household.adult) {
            warn(ProblemCode.NO_ADULT, origin, household.members);
        }
    }

    private void warn(ProblemCode code, RowOrigin origin, int people) {
        String value = people == 0 ? null : String.valueOf(people);
        outcome.report(new RosterProblem(code, origin.file(), origin.sheet(), origin.row(), null, value, null));
    }

    private RosterReport report(List<FileReport> files) {
        return new RosterReport(
                files,
                outcome.families,
                outcome.members,
                outcome.acceptedFamilies,
                outcome.acceptedMembers,
                outcome.acceptedHouseholds,
                outcome.counts(),
                dateOrders,
                refusals);
    }
}
