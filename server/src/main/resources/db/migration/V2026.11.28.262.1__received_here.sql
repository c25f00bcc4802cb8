-- Metres from the officer's phone to the family, and whether that is too far for the place to show anything.
alter table interventions.step add away double precision, add elsewhere boolean not null default false;

-- shown: a photo, or a place where the family lives, stands beside the officer's word.
create or replace view interventions.received as
    select i.regency_code, i.id, i.family_id, i.programme_id, i.need, i.delivered_on, i.amount,
        exists (select from interventions.step s where s.regency_code = i.regency_code and s.intervention_id = i.id and s.state = 'received'
            and (s.lat is not null and not s.elsewhere or exists (select from interventions.proof p
                where p.regency_code = s.regency_code and p.step_id = s.id))) as shown
    from interventions.intervention i where i.state = 'received';

-- The last year in which a family's house was repaired by a programme of the catalogue: one that counts houses and serves housing.
create view programmes.repaired_house as
    select r.regency_code, r.family_id, max(cast(extract(year from r.delivered_on) as int)) as year
    from interventions.received r
    join programmes.programme p on p.regency_code = r.regency_code and p.id = r.programme_id
    where p.unit = 'house' and 'housing' = any(p.needs)
    group by r.regency_code, r.family_id;
