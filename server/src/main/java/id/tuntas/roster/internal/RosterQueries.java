package id.tuntas.roster.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.roster.RosterState;
import id.tuntas.roster.RosterSummary;
import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.ProblemTexts;
import id.tuntas.rosterfile.RosterProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What screens read of releases and their problems. */
@Component
class RosterQueries {

    private static final Pattern ORDINAL = Pattern.compile("\\d{1,18}");

    private final ReleaseStore releases;
    private final Accounts accounts;
    private final RosterTexts texts;
    private final JdbcClient jdbc;

    RosterQueries(ReleaseStore releases, Accounts accounts, RosterTexts texts, JdbcClient jdbc) {
        this.releases = releases;
        this.accounts = accounts;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    /** @param row 0 for a problem of a whole file or sheet */
    record ProblemView(
            String code,
            String severity,
            String file,
            @Nullable String sheet,
            int row,
            @Nullable String column,
            @Nullable String value,
            @Nullable String head,
            @Nullable String village,
            String message,
            String mend) {}

    /** Lists hold names and NIKs of a whole regency: only who imports or commits them reads them. */
    static void requireReader(Actor actor) {
        if (!actor.may(Verb.ROSTER_IMPORT, actor.regencyCode())
                && !actor.may(Verb.ROSTER_COMMIT, actor.regencyCode())) {
            throw Refusal.forbidden();
        }
    }

    Release release(Actor actor, UUID id) {
        requireReader(actor);
        return releases.find(actor.regencyCode(), id).orElseThrow(Refusal::notFound);
    }

    Page<RosterSummary> list(Actor actor, @Nullable UUID after, int limit) {
        requireReader(actor);
        List<Release> found = releases.list(actor.regencyCode(), after, limit + 1);
        Map<UUID, String> names = names(actor.regencyCode(), found);
        List<RosterSummary> summaries =
                found.stream().map(release -> summary(release, names)).toList();
        return Page.of(summaries, limit, summary -> summary.id().toString());
    }

    RosterSummary summary(Release release) {
        return summary(release, names(release.regencyCode(), List.of(release)));
    }

    private Map<UUID, String> names(String regencyCode, List<Release> found) {
        Set<UUID> ids = new HashSet<>();
        for (Release release : found) {
            ids.add(release.uploadedBy());
            if (release.committedBy() != null) {
                ids.add(release.committedBy());
            }
        }
        return accounts.names(regencyCode, ids);
    }

    private static RosterSummary summary(Release release, Map<UUID, String> names) {
        return new RosterSummary(
                release.id(),
                release.source(),
                release.releasedOn(),
                release.bastNumber(),
                release.state(),
                release.scope(),
                release.files(),
                release.families(),
                release.members(),
                release.accepted(),
                release.rejected(),
                release.warned(),
                release.uploadedAt(),
                names.get(release.uploadedBy()),
                release.committedAt(),
                release.committedBy() == null ? null : names.get(release.committedBy()),
                release.jobId());
    }

    ReportView report(Actor actor, UUID id, Locale locale) {
        Release release = release(actor, id);
        StoredReport report = release.report();
        RosterSummary summary = summary(release);
        if (report == null || release.state() == RosterState.READING) {
            return new ReportView(
                    summary, List.of(), List.of(), List.of(), 0, 0, null, null, List.of(), List.of(), List.of());
        }
        List<ReportView.UnmatchedView> unmatched = report.sheets().stream()
                .filter(StoredReport.Sheet::mappable)
                .map(sheet -> new ReportView.UnmatchedView(sheet.file(), sheet.sheet(), sheet.headers()))
                .toList();
        return new ReportView(
                summary,
                texts.layouts(report, locale),
                texts.dateOrders(report, locale),
                texts.groups(report, locale),
                release.villages(),
                report.keptOutMembers(),
                release.comparison(),
                texts.refusal(report, locale),
                unmatched,
                unmatched.isEmpty() ? List.of() : texts.fields(locale),
                texts.notes(release, twin(release), locale));
    }

    private Optional<Release> twin(Release release) {
        return release.state() == RosterState.COMMITTED ? Optional.empty() : releases.findTwin(release);
    }

    private record Ordered(long ordinal, ProblemView view) {}

    /** In the order of the files, sheets and rows as they were read. */
    Page<ProblemView> problems(
            Actor actor,
            UUID id,
            @Nullable String code,
            @Nullable String severity,
            @Nullable String after,
            int limit,
            Locale locale) {
        Release release = release(actor, id);
        ProblemTexts words = ProblemTexts.in(locale);
        List<Ordered> found = jdbc.sql("""
                select p.*, v.name as village from roster.problem p left join regions.region v on v.code = p.village_code
                where p.regency_code = :regency and p.release_id = :id and p.ordinal > :after
                    and (cast(:code as text) is null or p.code = :code) and (cast(:severity as text) is null or p.severity = :severity)
                order by p.ordinal limit :limit
                """)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .param("after", ordinal(after))
                .param("code", code)
                .param("severity", severity)
                .param("limit", limit + 1)
                .query((row, n) -> {
                    String file =
                            release.files().get(row.getInt("file_ordinal") - 1).name();
                    String sheet = row.getString("sheet").isEmpty() ? null : row.getString("sheet");
                    RosterProblem problem = new RosterProblem(
                            ProblemCode.get(row.getString("code")),
                            file,
                            sheet,
                            row.getObject("row_number", Integer.class),
                            row.getString("column_letter"),
                            row.getString("value"),
                            row.getString("related"));
                    return new Ordered(
                            row.getLong("ordinal"),
                            new ProblemView(
                                    problem.code().key(),
                                    problem.severity().key(),
                                    file,
                                    sheet,
                                    problem.row() == null ? 0 : problem.row(),
                                    problem.column(),
                                    problem.value(),
                                    row.getString("head"),
                                    row.getString("village"),
                                    words.message(problem),
                                    words.mend(problem)));
                })
                .list();
        Page<Ordered> page = Page.of(found, limit, one -> Long.toString(one.ordinal()));
        return new Page<>(page.items().stream().map(Ordered::view).toList(), page.next());
    }

    private static long ordinal(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        if (!ORDINAL.matcher(after).matches()) {
            throw Refusal.invalid("/after", "malformed");
        }
        return Long.parseLong(after);
    }
}
