-- How many persons each family of a round had before an instant: by the newest release that listed it and was committed by then, where a
-- family without members still has its head. Whom no such release lists has the members of its case; those of a nominated family never change.
create function roster.persons_before(regency text, round uuid, instant timestamptz) returns table (family_id uuid, persons int)
    language sql stable as $$
    with listed as (
        select distinct on (f.family_key) f.family_key, f.release_id
        from roster.release r
        join roster.family f on f.regency_code = r.regency_code and f.release_id = r.id
        where r.regency_code = regency and r.round_id = round and r.committed_at < instant
        order by f.family_key, r.committed_at desc, r.id desc)
    select c.id, cast(case when l.release_id is null
        then (select count(*) from cases.member m where m.regency_code = regency and m.family_id = c.id and not m.dropped)
        else greatest(1, (select count(*) from roster.member m
            where m.regency_code = regency and m.release_id = l.release_id and m.family_key = l.family_key)) end as int)
    from cases.family c
    left join listed l on l.family_key = c.roster_family_key
    where c.regency_code = regency and c.round_id = round
$$;
