package id.tuntas.roster.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows that a partial list does not bring and that its release takes over from what the round knows. */
@Component
class CarriedRows {

    private final JdbcClient jdbc;

    CarriedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A list of families alone says nothing of their members, and mended rows speak of the persons in them alone: the others that are known
     * stay.
     */
    void takeOverMembers(Release release, UUID roundId) {
        FreshRows.joinByHashing(
                jdbc,
                () -> jdbc.sql("""
                insert into roster.member (regency_code, release_id, family_key, position, file_ordinal, sheet, row_number, person_id, name,
                    nik, relationship, head, sex, birth_date, cells, content_hash, carried_from)
                select m.regency_code, :id, m.family_key, -row_number() over (partition by m.family_key order by m.position desc),
                    m.file_ordinal, m.sheet, m.row_number, m.person_id, m.name, m.nik, m.relationship, m.head, m.sex, m.birth_date, m.cells,
                    m.content_hash, coalesce(m.carried_from, m.release_id)
                from roster.family f
                join roster.standing s on s.regency_code = f.regency_code and s.round_id = :round and s.family_key = f.family_key
                join roster.member m on m.regency_code = s.regency_code and m.release_id = s.release_id and m.family_key = s.family_key
                where f.regency_code = :regency and f.release_id = :id and not exists (
                    select from roster.member own where own.regency_code = :regency and own.release_id = :id
                        and own.family_key = m.family_key and (own.nik = m.nik or lower(own.name) = lower(m.name)))
                """)
                        .param("id", release.id())
                        .param("round", roundId)
                        .param("regency", release.regencyCode())
                        .update());
    }

    boolean hasMembers(Release release) {
        return jdbc.sql("select exists (select from roster.member where regency_code = :regency and release_id = :id)")
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .query(Boolean.class)
                .single();
    }

    /** A list of members alone, and members who were mended: their families are as the round knows them. */
    void takeOverFamilies(Release release, @Nullable UUID roundId) {
        FreshRows.joinByHashing(
                jdbc,
                () -> jdbc.sql("""
                insert into roster.family (regency_code, release_id, family_key, file_ordinal, sheet, row_number, village_code, head_name,
                    address, nik, kk, sex, birth_date, cells, content_hash, carried_from)
                select b.regency_code, :id, b.family_key, b.file_ordinal, b.sheet, b.row_number, b.village_code, b.head_name, b.address,
                    b.nik, b.kk, b.sex, b.birth_date, b.cells, b.content_hash, coalesce(b.carried_from, b.release_id)
                from roster.standing s
                join roster.family b on b.regency_code = s.regency_code and b.release_id = s.release_id and b.family_key = s.family_key
                where s.regency_code = :regency and s.round_id = cast(:round as uuid) and exists (select from roster.member m
                    where m.regency_code = :regency and m.release_id = :id and m.family_key = s.family_key)
                on conflict do nothing
                """)
                        .param("id", release.id())
                        .param("regency", release.regencyCode())
                        .param("round", roundId)
                        .update());
    }

    /** A family that nobody knows yet is made from its head, else its first member, where the list names a village. */
    void makeFamilies(Release release) {
        jdbc.sql("""
                insert into roster.family (regency_code, release_id, family_key, file_ordinal, sheet, row_number, village_code, head_name,
                    address, nik, sex, birth_date, cells, content_hash, carried_from)
                select distinct on (m.family_key) m.regency_code, m.release_id, m.family_key, m.file_ordinal, m.sheet, m.row_number, v.code,
                    m.name, coalesce(m.cells ->> 'address', ''), m.nik, m.sex, m.birth_date, m.cells,
                    sha256(convert_to(m.cells::text, 'UTF8')), m.release_id
                from roster.member m
                join regions.region v on v.level = 'village'
                    and replace(v.code, '.', '') = regexp_replace(m.cells ->> 'village_code', '[^0-9]', '', 'g')
                where m.regency_code = :regency and m.release_id = :id and not exists (select from roster.family f
                    where f.regency_code = m.regency_code and f.release_id = m.release_id and f.family_key = m.family_key)
                order by m.family_key, m.head desc, m.position
                """)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .update();
    }
}
