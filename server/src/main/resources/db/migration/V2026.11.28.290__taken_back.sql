-- A request that was made by mistake is withdrawn.
alter table interventions.intervention drop constraint intervention_state_check,
    add constraint intervention_state_check check (state in ('proposed', 'accepted', 'refused', 'planned', 'stopped', 'delivered',
        'failed', 'received', 'missing', 'different', 'withdrawn'));

-- An officer's word may be taken back and said again. shown: a photo, or a place where the family lives, stands beside his last one.
create or replace view interventions.received as
    select i.regency_code, i.id, i.family_id, i.programme_id, i.need, i.delivered_on, i.amount,
        s.lat is not null and not s.elsewhere or exists (select from interventions.proof p
            where p.regency_code = s.regency_code and p.step_id = s.id) as shown
    from interventions.intervention i
    cross join lateral (select w.* from interventions.step w
        where w.regency_code = i.regency_code and w.intervention_id = i.id and w.state = 'received'
        order by w.at desc, w.id desc limit 1) s
    where i.state = 'received';
