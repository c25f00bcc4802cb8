-- The first day that an agency promised; a later plan does not move it. And why a programme was asked for against its rule; else empty.
alter table interventions.intervention add promised_on date, add against_rule text not null default '';
update interventions.intervention i set promised_on = (select s.planned_on from interventions.step s
    where s.regency_code = i.regency_code and s.intervention_id = i.id and s.planned_on is not null order by s.id limit 1);
update interventions.intervention set due = promised_on where state = 'planned';
alter table interventions.intervention add check (state <> 'planned' or promised_on is not null);
