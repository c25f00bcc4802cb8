-- Who answers for an agency; such a person sees the families of the agency's programmes and no others.
create table programmes.agency_person (
    regency_code text not null,
    agency_id    uuid not null,
    account_id   uuid not null,
    primary key (regency_code, agency_id, account_id),
    foreign key (regency_code, agency_id) references programmes.agency,
    foreign key (regency_code, account_id) references access.account
);
create index agency_person_account on programmes.agency_person (regency_code, account_id);

-- One programme asked for one family, as it stands; how it came there is in the steps.
create table programmes.intervention (
    regency_code text        not null,
    id           uuid        not null,
    family_id    uuid        not null,
    programme_id uuid        not null,
    need         text        not null,
    state        text        not null check (state in ('proposed', 'accepted', 'refused', 'planned', 'stopped')),
    planned_on   date,
    amount       bigint check (amount > 0),
    reason       text        not null default '',
    -- by when the next step is due; null when there is none
    due          date,
    version      int         not null default 1,
    primary key (regency_code, id),
    foreign key (regency_code, family_id) references cases.family,
    foreign key (regency_code, programme_id) references programmes.programme,
    check ((state = 'planned') = (planned_on is not null))
);
create unique index intervention_once on programmes.intervention (regency_code, family_id, programme_id)
    where state in ('proposed', 'accepted', 'planned');
create index intervention_family on programmes.intervention (regency_code, family_id);
create index intervention_programme on programmes.intervention (regency_code, programme_id, due, id);

create table programmes.intervention_step (
    regency_code    text        not null,
    id              uuid        not null,
    intervention_id uuid        not null,
    state           text        not null,
    planned_on      date,
    amount          bigint,
    reason          text        not null default '',
    actor_id        uuid        not null,
    at              timestamptz not null,
    primary key (regency_code, id),
    foreign key (regency_code, intervention_id) references programmes.intervention
);
create index intervention_step_of on programmes.intervention_step (regency_code, intervention_id, id);
