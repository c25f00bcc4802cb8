-- Where the officer's phone was when he said that something arrived, or why neither a place nor a photo tells.
alter table interventions.step add lat double precision, add lng double precision, add accuracy double precision,
    add unplaced text not null default '',
    add check (num_nonnulls(lat, lng, accuracy) in (0, 3));

-- shown: a place or a photo stands beside the officer's word.
create or replace view interventions.received as
    select i.regency_code, i.id, i.family_id, i.programme_id, i.need, i.delivered_on, i.amount,
        exists (select from interventions.step s where s.regency_code = i.regency_code and s.intervention_id = i.id and s.state = 'received'
            and (s.lat is not null or exists (select from interventions.proof p
                where p.regency_code = s.regency_code and p.step_id = s.id))) as shown
    from interventions.intervention i where i.state = 'received';
