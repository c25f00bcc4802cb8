package id.tuntas.nominations.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.platform.Refusal;
import id.tuntas.regions.Regions;
import id.tuntas.visits.VisitDetail;
import id.tuntas.visits.Visits;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Families on the list that a nominated one may be: of the same family card or person number, or of a like name in the same village. */
@Component
class LikelyCases {

    private static final int SHOWN = 5;
    /** Lets a letter or a title differ, and keeps apart names that share one word of three. */
    private static final double LIKE_NAME = 0.6;

    /** @param signs why it may be the same: kk, nik, name */
    record LikelyCase(
            UUID caseId,
            String number,
            String name,
            String address,
            String hamlet,
            String villageName,
            List<String> signs) {}

    private record Nominated(UUID visitId, String village, String head) {}

    private final JdbcClient jdbc;
    private final Visits visits;
    private final Regions regions;

    LikelyCases(JdbcClient jdbc, Visits visits, Regions regions) {
        this.jdbc = jdbc;
        this.visits = visits;
        this.regions = regions;
    }

    /** The likeliest first, only of the actor's region; the family that the nomination became is not one of them. */
    List<LikelyCase> of(Actor actor, UUID nominationId) {
        String[] scope = actor.scope(Verb.VISIT_REVIEW);
        Nominated nominated = find(actor.regencyCode(), nominationId, scope);
        VisitDetail visit =
                visits.find(actor.regencyCode(), nominated.visitId()).orElseThrow(Refusal::notFound);
        return jdbc.sql("""
                select * from (
                    select f.*, array_remove(array[
                            case when f.kk = :kk then 'kk' end,
                            case when exists (select from cases.member m where m.regency_code = f.regency_code and m.family_id = f.id
                                and m.nik = any(:niks)) then 'nik' end,
                            case when f.village_code = :village and similarity(lower(f.head_name), lower(:head)) >= :like then 'name' end
                        ], null) as signs, similarity(lower(f.head_name), lower(:head)) as likeness
                    from cases.family f
                    join rounds.round r on r.regency_code = f.regency_code and r.id = f.round_id and r.state = 'open'
                    where f.regency_code = :regency and f.village_code like any(:scope) and f.id is distinct from cast(:own as uuid)) f
                where cardinality(signs) > 0
                order by cardinality(signs) desc, likeness desc, id limit :shown
                """)
                .param("kk", visit.verval().kkCard().number())
                .param("niks", niks(visit))
                .param("village", nominated.village())
                .param("head", nominated.head())
                .param("like", LIKE_NAME)
                .param("regency", actor.regencyCode())
                .param("scope", scope)
                .param("own", visit.summary().caseId())
                .param("shown", SHOWN)
                .query(this::likely)
                .list();
    }

    private Nominated find(String regencyCode, UUID id, String[] scope) {
        return jdbc.sql("""
                select visit_id, village_code, head_name from nominations.nomination
                where regency_code = :regency and id = :id and village_code like any(:scope)
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .param("scope", scope)
                .query((row, n) -> new Nominated(
                        row.getObject("visit_id", UUID.class),
                        row.getString("village_code"),
                        row.getString("head_name")))
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    private static String[] niks(VisitDetail visit) {
        return visit.verval().members().stream()
                .flatMap(member -> Stream.ofNullable(member.nik()))
                .toArray(String[]::new);
    }

    private LikelyCase likely(ResultSet row, int n) throws SQLException {
        Array signs = row.getArray("signs");
        return new LikelyCase(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("head_name"),
                row.getString("address"),
                row.getString("hamlet"),
                regions.name(row.getString("village_code")),
                List.of((String[]) signs.getArray()));
    }
}
