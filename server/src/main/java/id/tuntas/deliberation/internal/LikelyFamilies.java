package id.tuntas.deliberation.internal;

import id.tuntas.deliberation.MeetingSheet.Newcomer;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Families of the round that a newcomer may be whom a meeting names: of a like name in the same village, whether they are reviewed or not. */
@Component
class LikelyFamilies {

    /** Neighbours say a name as they know it, and a wife may be named where the list has her husband. */
    private static final double LIKE_NAME = 0.5;

    private static final int SHOWN_EACH = 3;

    /** @param newcomer the name that the meeting gave */
    record Likely(String newcomer, String number, String name, String address, String hamlet) {}

    private final JdbcClient jdbc;

    LikelyFamilies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The likeliest first; none for a closed meeting, whose newcomers are cases by then. */
    List<Likely> of(Meeting meeting) {
        List<Newcomer> newcomers = meeting.sheet().newcomers();
        if (!meeting.open() || newcomers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select n.name as newcomer, f.* from unnest(:names) with ordinality as n (name, place)
                cross join lateral (
                    select number, head_name, address, hamlet from (
                        select f.*, greatest(similarity(lower(head_name), lower(n.name)), word_similarity(lower(n.name), search_text)) as likeness
                        from cases.family f
                        where f.regency_code = :regency and f.round_id = :round and f.village_code = :village) f
                    where likeness >= :like order by likeness desc, number limit :shown) f
                order by n.place
                """)
                .param(
                        "names",
                        newcomers.stream().map(Newcomer::name).distinct().toArray(String[]::new))
                .param("regency", meeting.regencyCode())
                .param("round", meeting.roundId())
                .param("village", meeting.villageCode())
                .param("like", LIKE_NAME)
                .param("shown", SHOWN_EACH)
                .query((row, n) -> new Likely(
                        row.getString("newcomer"),
                        row.getString("number"),
                        row.getString("head_name"),
                        row.getString("address"),
                        row.getString("hamlet")))
                .list();
    }
}
