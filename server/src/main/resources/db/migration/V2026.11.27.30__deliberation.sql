create schema deliberation;

-- A village's meeting on its families in a round. A meeting that is opened again is an edition of its own; the former ones stay as they closed.
create table deliberation.meeting (
    regency_code    text        not null,
    id              uuid        not null,
    round_id        uuid        not null,
    village_code    text        not null,
    edition         int         not null check (edition > 0),
    state           text        not null check (state in ('open', 'closed')),
    -- of the sheet; decisions have a chain of their own
    version         int         not null default 1,
    sheet           jsonb       not null,
    opened_by       uuid        not null,
    opened_at       timestamptz not null,
    -- why the former edition was opened again; null for the first
    reopened_reason text,
    closed_by       uuid,
    closed_at       timestamptz,
    primary key (regency_code, id),
    unique (regency_code, round_id, village_code, edition),
    foreign key (regency_code, round_id) references rounds.round
);
create unique index meeting_open on deliberation.meeting (regency_code, round_id, village_code) where state = 'open';

-- What the meeting decided on one family or one nomination. A row is never changed: a later decision names the one that it replaces, and
-- of two that replace the same one the database takes one.
create table deliberation.decision (
    regency_code  text        not null,
    -- made where it was decided, which may be far from any network
    id            uuid        not null,
    meeting_id    uuid        not null,
    family_id     uuid,
    nomination_id uuid,
    subject_id    uuid        not null generated always as (coalesce(family_id, nomination_id)) stored,
    replaces      uuid,
    outcome       text        not null check (outcome in ('agreed', 'disputed', 'revisit')),
    reason        text        not null default '',
    dissent       text        not null default '',
    -- what the review had confirmed, and what the meeting holds instead; both stand
    visit_id      uuid,
    contact       text,
    finding       text,
    held          text,
    decided_by    uuid        not null,
    -- by the clock of the machine on which it was decided
    decided_at    timestamptz not null,
    received_at   timestamptz not null,
    primary key (regency_code, id),
    check (num_nonnulls(family_id, nomination_id) = 1),
    foreign key (regency_code, meeting_id) references deliberation.meeting,
    foreign key (regency_code, family_id) references cases.family,
    foreign key (regency_code, nomination_id) references nominations.nomination,
    foreign key (regency_code, visit_id) references visits.visit
);
create unique index decision_chain on deliberation.decision (regency_code, meeting_id, subject_id, replaces) nulls not distinct;
create index decision_family on deliberation.decision (regency_code, family_id);
create index decision_nomination on deliberation.decision (regency_code, nomination_id);
create index decision_visit on deliberation.decision (regency_code, visit_id);

-- The decisions that stand: those that no later one replaces.
create view deliberation.standing as
select d.* from deliberation.decision d
where not exists (select from deliberation.decision later
    where later.regency_code = d.regency_code and later.meeting_id = d.meeting_id and later.subject_id = d.subject_id
        and later.replaces = d.id);
