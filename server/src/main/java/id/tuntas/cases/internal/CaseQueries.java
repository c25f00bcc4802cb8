package id.tuntas.cases.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.CaseSummary;
import id.tuntas.cases.FamilyCase;
import id.tuntas.forms.Finding;
import id.tuntas.platform.Refusal;
import id.tuntas.regions.Regions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of families, with the caller's region and, for an officer, his own families inside the SQL. */
@Component
class CaseQueries {

    /** How much of a word must be there for the index to offer a row; below it a typing error is too many. */
    private static final double SIMILAR_ENOUGH = 0.5;

    private static final String SCOPE = "(f.village_code like any(:scope) or f.officer_id = :self)";

    record Filter(
            @Nullable UUID roundId,
            CaseSearch search,
            @Nullable String village,
            @Nullable String district,
            @Nullable CaseState state,
            @Nullable UUID officerId,
            @Nullable Finding finding) {}

    /** @param next key of the following page; null on the last one */
    record Found(List<FamilyCase> families, @Nullable String next, long total) {}

    private record Scored(FamilyCase family, float score) {}

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Regions regions;

    CaseQueries(JdbcClient jdbc, Accounts accounts, Regions regions) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.regions = regions;
    }

    /** Best matches first for text; otherwise in the order in which the families came in. */
    @Transactional(readOnly = true)
    public Found find(Actor actor, Filter filter, @Nullable String after, int limit) {
        Map<String, Object> params = new HashMap<>();
        String where = where(actor, filter, params);
        long total = jdbc.sql("select count(*) from cases.family f where " + where)
                .params(params)
                .query(Long.class)
                .single();
        return filter.search() instanceof CaseSearch.ByText
                ? ranked(where, params, after, limit, total)
                : inOrder(where, params, after, limit, total);
    }

    private Found inOrder(String where, Map<String, Object> params, @Nullable String after, int limit, long total) {
        String page = "";
        if (after != null) {
            params.put("after", uuid(after));
            page = " and f.id > :after";
        }
        params.put("limit", limit + 1);
        List<FamilyCase> rows = jdbc.sql(
                        "select f.* from cases.family f where " + where + page + " order by f.id limit :limit")
                .params(params)
                .query(CaseStore::family)
                .list();
        boolean more = rows.size() > limit;
        List<FamilyCase> shown = more ? rows.subList(0, limit) : rows;
        return new Found(shown, more ? shown.getLast().id().toString() : null, total);
    }

    private Found ranked(String where, Map<String, Object> params, @Nullable String after, int limit, long total) {
        String page = "";
        if (after != null && after.indexOf('~') > 0) {
            params.put("afterScore", score(after.substring(0, after.indexOf('~'))));
            params.put("after", uuid(after.substring(after.indexOf('~') + 1)));
            page = " where (score, id) < (cast(:afterScore as real), :after)";
        }
        params.put("limit", limit + 1);
        List<Scored> rows = jdbc.sql("select * from (select f.*, word_similarity(:text, f.search_text) as score"
                        + " from cases.family f where " + where + ") f" + page
                        + " order by score desc, id desc limit :limit")
                .params(params)
                .query((row, n) -> new Scored(CaseStore.family(row, n), row.getFloat("score")))
                .list();
        boolean more = rows.size() > limit;
        List<Scored> shown = more ? rows.subList(0, limit) : rows;
        return new Found(
                shown.stream().map(Scored::family).toList(),
                more ? shown.getLast().score() + "~" + shown.getLast().family().id() : null,
                total);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("/after", "malformed");
        }
    }

    private static float score(String text) {
        try {
            return Float.parseFloat(text);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("/after", "malformed");
        }
    }

    private String where(Actor actor, Filter filter, Map<String, Object> params) {
        List<String> terms = new ArrayList<>(List.of("f.regency_code = :regency", SCOPE));
        params.put("regency", actor.regencyCode());
        params.put("scope", actor.scope(Verb.CASE_READ));
        params.put("self", actor.id());
        with(terms, params, "f.round_id = :round", "round", filter.roundId());
        with(terms, params, "f.village_code = :village", "village", filter.village());
        with(terms, params, "f.district_code = :district", "district", filter.district());
        with(terms, params, "f.officer_id = :officer", "officer", filter.officerId());
        with(
                terms,
                params,
                "f.state = :state",
                "state",
                filter.state() == null ? null : filter.state().key());
        with(
                terms,
                params,
                "f.finding = :finding",
                "finding",
                filter.finding() == null ? null : filter.finding().code());
        switch (filter.search()) {
            case CaseSearch.Everything() -> {}
            case CaseSearch.ByNumber(var number) -> with(terms, params, "f.number = :number", "number", number.text());
            case CaseSearch.ByNumberStart(var digits) -> {
                with(terms, params, "replace(f.number, '-', '') like :digits", "digits", "%" + digits + "%");
            }
            case CaseSearch.ByNik(var nik) -> with(terms, params, """
                        f.id in (select m.family_id from cases.member m where m.regency_code = :regency and m.nik = :nik)
                        """, "nik", nik);
            case CaseSearch.ByText(var text) -> {
                jdbc.sql("select set_config('pg_trgm.word_similarity_threshold', :threshold, true)")
                        .param("threshold", Double.toString(SIMILAR_ENOUGH))
                        .query(String.class)
                        .single();
                with(terms, params, ":text <% f.search_text", "text", text);
            }
        }
        return String.join(" and ", terms);
    }

    private static void with(
            List<String> terms, Map<String, Object> params, String term, String name, @Nullable Object value) {
        if (value != null) {
            terms.add(term);
            params.put(name, value);
        }
    }

    List<CaseSummary> summaries(String regencyCode, List<FamilyCase> families) {
        Map<UUID, String> officers = accounts.names(
                regencyCode,
                families.stream()
                        .map(FamilyCase::officerId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        return families.stream()
                .map(family -> CaseSummary.of(family, officers, regions))
                .toList();
    }
}
