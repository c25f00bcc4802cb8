package id.tuntas.citizens.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.platform.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What in its village a petition may speak of: families of the round, and other proposals that nobody has decided. */
@Component
class LikelySame {

    private static final int SHOWN_OF_EACH = 5;
    /** Lets a letter or a title differ, and keeps apart names that share all words but one. */
    private static final double LIKE_NAME = 0.6;

    /**
     * @param source family, petition or nomination
     * @param number of the family's case; null for what has none yet
     * @param member whose name is more alike than that of the family's head; null where it is the head's
     */
    record Likely(
            String source,
            UUID id,
            @Nullable String number,
            String name,
            @Nullable String member,
            String place) {

        boolean isFamily() {
            return source.equals("family");
        }
    }

    private final JdbcClient jdbc;

    LikelySame(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Families first, of each source the likeliest first. Throws {@link Refusal} 404 outside the actor's region. */
    List<Likely> of(Actor actor, UUID petitionId) {
        Named named = jdbc.sql("""
                select village_code, head_name from citizens.petition
                where regency_code = :regency and id = :id and village_code like any(:scope)
                """)
                .param("regency", actor.regencyCode())
                .param("id", petitionId)
                .param("scope", actor.scope(Verb.VISIT_REVIEW))
                .query((row, n) -> new Named(row.getString("village_code"), row.getString("head_name")))
                .optional()
                .orElseThrow(Refusal::notFound);
        return jdbc.sql("""
                select * from (select *, row_number() over (partition by source order by likeness desc, id) as rank from (
                    select 'family' as source, f.id, f.number, f.head_name as name, nullif(m.name, f.head_name) as member,
                        concat_ws(', ', nullif(f.address, ''), nullif(f.hamlet, '')) as place, m.likeness
                    from cases.family f
                    join rounds.round r on r.regency_code = f.regency_code and r.id = f.round_id and r.state = 'open'
                    cross join lateral (select name, similarity(lower(name), lower(:name)) as likeness
                        from (select f.head_name as name, true as head union all
                            select m.name, false from cases.member m where m.regency_code = f.regency_code and m.family_id = f.id) known
                        order by likeness desc, head desc limit 1) m
                    where f.regency_code = :regency and f.village_code = :village
                    union all
                    select 'petition', p.id, null, p.head_name, null, p.place, similarity(lower(p.head_name), lower(:name))
                    from citizens.petition p
                    where p.regency_code = :regency and p.village_code = :village and p.id <> :id and p.judgement is null
                    union all
                    select 'nomination', n.id, null, n.head_name, null, n.address, similarity(lower(n.head_name), lower(:name))
                    from nominations.nomination n
                    join visits.visit v on v.regency_code = n.regency_code and v.id = n.visit_id
                    where n.regency_code = :regency and n.village_code = :village and n.family_id is null and v.family_id is null
                        and v.state <> 'rejected') alike
                    where likeness >= :like) likely
                where rank <= :shown order by source <> 'family', likeness desc, id
                """)
                .param("regency", actor.regencyCode())
                .param("village", named.village())
                .param("name", named.name())
                .param("id", petitionId)
                .param("like", LIKE_NAME)
                .param("shown", SHOWN_OF_EACH)
                .query((row, n) -> new Likely(
                        row.getString("source"),
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("member"),
                        row.getString("place")))
                .list();
    }

    private record Named(String village, String name) {}
}
