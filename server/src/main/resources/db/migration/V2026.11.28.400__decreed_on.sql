-- With the day of the decree that names it; null before the round has one.
create or replace view programmes.decreed_family as
    select f.regency_code, f.id, f.number, f.district_code, f.village_code, f.head_name, f.address, f.hamlet, f.officer_id, f.visit_id,
        cast(null as date) as decreed_on
    from cases.family f
    where f.approved_at is not null and f.finding = 'extremely_poor'
        and not exists (select from decrees.decree d where d.regency_code = f.regency_code and d.round_id = f.round_id)
    union all
    select f.regency_code, f.id, f.number, f.district_code, f.village_code, f.head_name, f.address, f.hamlet, f.officer_id,
        cast(cast(i.content as jsonb) ->> 'visit' as uuid), i.decided_on
    from decrees.in_force i
    join cases.family f on f.regency_code = i.regency_code and f.id = i.family_id;
