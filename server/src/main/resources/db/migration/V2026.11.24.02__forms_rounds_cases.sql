create schema forms;
create schema rounds;
create schema cases;

create table forms.form_version (
    regency_code text        not null,
    form_id      text        not null,
    version      text        not null,
    title        text        not null,
    xml          text        not null,
    sha256       text        not null,
    uploaded_by  uuid,
    uploaded_at  timestamptz not null,
    primary key (regency_code, form_id, version)
);

create table rounds.round (
    regency_code              text not null,
    id                        uuid not null,
    code                      text not null,
    name                      text not null,
    opens                     date not null,
    deadline                  date not null,
    zero_date                 date not null,
    form_id                   text not null,
    form_version              text not null,
    evidence                  jsonb not null,
    attempts_before_not_found int  not null default 2,
    state                     text not null check (state in ('draft', 'open', 'closed')),
    version                   int  not null default 1,
    primary key (regency_code, id),
    unique (regency_code, code),
    foreign key (regency_code, form_id, form_version) references forms.form_version,
    check (opens <= deadline and deadline <= zero_date),
    check (attempts_before_not_found between 1 and 10)
);
create index round_form on rounds.round (regency_code, form_id, form_version);

-- Rupiah for one person for one month; the line with the latest from_day not after a day holds on that day.
create table rounds.poverty_line (
    regency_code text   not null,
    round_id     uuid   not null,
    from_day     date   not null,
    extreme      bigint not null check (extreme > 0),
    poor         bigint not null check (poor > extreme),
    primary key (regency_code, round_id, from_day),
    foreign key (regency_code, round_id) references rounds.round
);

create sequence cases.number_seq;

-- The word "case" is reserved in SQL. search_text is the names of head and members and the address, in lower case.
create table cases.family (
    regency_code      text        not null,
    id                uuid        not null,
    round_id          uuid        not null,
    number            text        not null,
    roster_family_key text,
    roster_release_id uuid,
    roster_status     text        not null default 'listed' check (roster_status in ('listed', 'changed', 'dropped', 'returned')),
    district_code     text        not null,
    village_code      text        not null,
    head_name         text        not null,
    address           text        not null default '',
    hamlet            text        not null default '',
    search_text       text        not null,
    kk                text,
    warnings          int         not null default 0,
    state             text        not null,
    officer_id        uuid,
    visit_id          uuid,
    contact           text,
    finding           text,
    visited_at        timestamptz,
    approved_at       timestamptz,
    lat               double precision,
    lng               double precision,
    version           int         not null default 1,
    primary key (regency_code, id),
    unique (regency_code, number),
    foreign key (regency_code, round_id) references rounds.round
);
create unique index family_roster_key on cases.family (regency_code, round_id, roster_family_key);
create index family_village on cases.family (regency_code, round_id, village_code, id);
create index family_officer on cases.family (regency_code, officer_id, id);
create index family_state on cases.family (regency_code, round_id, state, id);
create index family_search on cases.family using gin (search_text gin_trgm_ops);

create table cases.member (
    regency_code text not null,
    id           uuid not null,
    family_id    uuid not null,
    ordinal      int  not null,
    name         text not null,
    nik          text,
    relationship text,
    sex          text,
    birth_date   date,
    existence    text,
    dropped      boolean not null default false,
    primary key (regency_code, id),
    unique (regency_code, family_id, ordinal),
    foreign key (regency_code, family_id) references cases.family
);
create index member_nik on cases.member (regency_code, nik);

create table cases.assignment (
    regency_code text        not null,
    family_id    uuid        not null,
    ordinal      int         not null,
    officer_id   uuid        not null,
    assigned_at  timestamptz not null,
    assigned_by  uuid,
    ended_at     timestamptz,
    reason       text        not null default '',
    primary key (regency_code, family_id, ordinal),
    foreign key (regency_code, family_id) references cases.family
);
create index assignment_officer on cases.assignment (regency_code, officer_id);

create table cases.assignment_proposal (
    regency_code text        not null,
    id           uuid        not null,
    round_id     uuid        not null,
    plan         jsonb       not null,
    created_by   uuid        not null,
    created_at   timestamptz not null,
    committed_at timestamptz,
    primary key (regency_code, id),
    foreign key (regency_code, round_id) references rounds.round
);
create index assignment_proposal_round on cases.assignment_proposal (regency_code, round_id);

-- Every change of state with the day it counts for: progress on any past day is read from here.
create table cases.step (
    regency_code  text        not null,
    id            uuid        not null,
    family_id     uuid        not null,
    round_id      uuid        not null,
    village_code  text        not null,
    officer_id    uuid,
    from_state    text,
    to_state      text        not null,
    contact       text,
    finding       text,
    day           date        not null,
    at            timestamptz not null,
    actor_id      uuid,
    primary key (regency_code, id),
    foreign key (regency_code, family_id) references cases.family,
    foreign key (regency_code, round_id) references rounds.round
);
create index step_family on cases.step (regency_code, family_id, id);
create index step_day on cases.step (regency_code, round_id, day);

-- What an officer did on his phone while there was no signal, under the phone's own id for it, so that it is recorded once.
create table cases.field_act (
    regency_code text        not null,
    id           uuid        not null,
    officer_id   uuid        not null,
    family_id    uuid        not null,
    verb         text        not null,
    phone_at     timestamptz not null,
    recorded_at  timestamptz not null,
    primary key (regency_code, id),
    foreign key (regency_code, family_id) references cases.family
);
create index field_act_family on cases.field_act (regency_code, family_id);

-- Counters by village; every larger count is a sum of these, so that writers of two villages never wait for each other.
create table cases.village_tally (
    regency_code   text not null,
    round_id       uuid not null,
    village_code   text not null,
    total          int  not null default 0,
    assigned       int  not null default 0,
    visited        int  not null default 0,
    waiting        int  not null default 0,
    returned       int  not null default 0,
    approved       int  not null default 0,
    extremely_poor int  not null default 0,
    poor           int  not null default 0,
    not_poor       int  not null default 0,
    found          int  not null default 0,
    moved          int  not null default 0,
    deceased       int  not null default 0,
    not_found      int  not null default 0,
    duplicate      int  not null default 0,
    refused        int  not null default 0,
    primary key (regency_code, round_id, village_code),
    foreign key (regency_code, round_id) references rounds.round
);

-- Grows with every change of an officer's families, so that a telephone can ask whether its list is still right. It begins with the hour of
-- its making: a number that a telephone has from a database of before lies below it, and not somewhere in between.
create table cases.officer_sequence (
    regency_code text   not null,
    officer_id   uuid   not null,
    began        bigint not null,
    sequence     bigint not null,
    primary key (regency_code, officer_id)
);

-- At which number of an officer's sequence a family last changed for him; one that is his no longer was taken away at it.
create table cases.officer_change (
    regency_code text   not null,
    officer_id   uuid   not null,
    family_id    uuid   not null,
    sequence     bigint not null,
    primary key (regency_code, officer_id, family_id),
    foreign key (regency_code, family_id) references cases.family
);
create index officer_change_family on cases.officer_change (regency_code, family_id);
