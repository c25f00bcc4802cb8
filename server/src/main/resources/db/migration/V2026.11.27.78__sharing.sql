-- Quota and budget shared out among extremely poor families.
create schema sharing;

create table sharing.plan (
    regency_code text        not null,
    id           uuid        not null,
    round_id     uuid        not null,
    state        text        not null check (state in ('solving', 'proposed', 'committing', 'committed')),
    terms        jsonb       not null,
    -- what it was worked out from; null until it was
    inputs       jsonb,
    -- SHA-256 of the inputs
    digest       text,
    -- the job that works on it, or did last
    job_id       uuid        not null,
    version      int         not null,
    created_by   uuid        not null,
    created_at   timestamptz not null,
    primary key (regency_code, id),
    foreign key (regency_code, round_id) references rounds.round,
    foreign key (regency_code, created_by) references access.account,
    check ((inputs is null) = (digest is null)),
    check (state not in ('proposed', 'committing', 'committed') or inputs is not null)
);
create index plan_round on sharing.plan (regency_code, round_id);
create index plan_person on sharing.plan (regency_code, created_by);

-- What a plan gives, and what people decided about it; what is not here is not given.
create table sharing.share (
    regency_code    text    not null,
    plan_id         uuid    not null,
    family_id       uuid    not null,
    programme_id    uuid    not null,
    given           boolean not null,
    -- decided by a person
    pinned          boolean not null,
    -- what was asked of the agency
    intervention_id uuid,
    primary key (regency_code, plan_id, family_id, programme_id),
    foreign key (regency_code, plan_id) references sharing.plan,
    foreign key (regency_code, family_id) references cases.family,
    foreign key (regency_code, programme_id) references programmes.programme,
    foreign key (regency_code, intervention_id) references interventions.intervention
);
create index share_family on sharing.share (regency_code, family_id);
create index share_programme on sharing.share (regency_code, programme_id);
create index share_intervention on sharing.share (regency_code, intervention_id);
