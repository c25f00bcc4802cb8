-- What an officer says about a delivery when he is with the family.
alter table interventions.intervention drop constraint intervention_state_check, drop constraint intervention_delivered_check;
alter table interventions.intervention
    add constraint intervention_state_check check (state in ('proposed', 'accepted', 'refused', 'planned', 'stopped', 'delivered',
        'failed', 'received', 'missing', 'different')),
    add constraint intervention_delivered_check
        check ((state in ('delivered', 'received', 'missing', 'different')) = (delivered_on is not null));
drop index interventions.intervention_once;
create unique index intervention_once on interventions.intervention (regency_code, family_id, programme_id)
    where state in ('proposed', 'accepted', 'planned', 'delivered', 'missing', 'different');

-- The day the officer was there.
alter table interventions.step add seen_on date;

-- What counts as received: nothing but what an officer has seen at the family. The one place that says so.
create view interventions.received as
    select regency_code, id, family_id, programme_id, need, delivered_on, amount
    from interventions.intervention where state = 'received';
