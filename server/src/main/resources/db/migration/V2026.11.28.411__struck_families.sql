-- The families that the last decree to name them struck, with that decree and the visit that stood then.
create view decrees.struck as
select c.regency_code, c.round_id, c.family_id, d.number as decree, d.decided_on, cast(cast(c.content as jsonb) ->> 'visit' as uuid) as visit_id
from decrees.change c
join decrees.decree d on d.regency_code = c.regency_code and d.id = c.decree_id
where c.change = 'struck' and not exists (select from decrees.change later
    where later.regency_code = c.regency_code and later.round_id = c.round_id and later.family_id = c.family_id
        and later.ordinal > c.ordinal);

-- What was asked for a struck family stays to be read beside what it lacked.
create view programmes.family_once_decreed as
select * from programmes.decreed_family
union all
select f.regency_code, f.id, f.number, f.district_code, f.village_code, f.head_name, f.address, f.hamlet, f.officer_id, s.visit_id, cast(null as date)
from decrees.struck s
join cases.family f on f.regency_code = s.regency_code and f.id = s.family_id;
