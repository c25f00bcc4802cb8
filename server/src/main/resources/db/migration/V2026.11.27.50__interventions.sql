-- What agencies give gets a room of its own.
create schema interventions;
alter table programmes.intervention set schema interventions;
alter table programmes.intervention_step set schema interventions;
alter table interventions.intervention_step rename to step;

alter table interventions.intervention add delivered_on date;
alter table interventions.intervention drop constraint intervention_state_check, drop constraint intervention_check;
alter table interventions.intervention
    add constraint intervention_state_check
        check (state in ('proposed', 'accepted', 'refused', 'planned', 'stopped', 'delivered', 'failed')),
    -- the plan stays beside what came of it
    add constraint intervention_planned_check check (state <> 'planned' or planned_on is not null),
    add constraint intervention_delivered_check check ((state = 'delivered') = (delivered_on is not null));
drop index interventions.intervention_once;
create unique index intervention_once on interventions.intervention (regency_code, family_id, programme_id)
    where state in ('proposed', 'accepted', 'planned', 'delivered');

alter table interventions.step add delivered_on date;

-- What shows that a step was taken.
create table interventions.proof (
    regency_code text not null,
    step_id      uuid not null,
    sha256       text not null,
    kind         text not null check (kind in ('photo', 'receipt', 'signature')),
    primary key (regency_code, step_id, sha256),
    foreign key (regency_code, step_id) references interventions.step,
    foreign key (regency_code, sha256) references evidence.file
);
create index proof_file on interventions.proof (regency_code, sha256);
