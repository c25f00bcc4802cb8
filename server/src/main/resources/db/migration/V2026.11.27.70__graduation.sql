create schema graduation;

-- A family whose first visit counts is to be visited once more, with the same form. The visit beside it never takes the first one's place.
create table visits.revisit (
    regency_code text        not null,
    id           uuid        not null,
    family_id    uuid        not null,
    officer_id   uuid        not null,
    kind         text        not null check (kind in ('delivery', 'sample', 'watch')),
    reason       text        not null,
    asked_by     uuid        not null,
    asked_at     timestamptz not null,
    -- the one that stands for it: waiting, returned or approved
    visit_id     uuid,
    -- its visit was approved, or it was called off
    ended_at     timestamptz,
    primary key (regency_code, id),
    foreign key (regency_code, family_id) references cases.family,
    foreign key (regency_code, visit_id) references visits.visit
);
create unique index revisit_open on visits.revisit (regency_code, family_id) where ended_at is null;
create index revisit_family on visits.revisit (regency_code, family_id);
create index revisit_officer on visits.revisit (regency_code, officer_id) where ended_at is null;
create index revisit_visit on visits.revisit (regency_code, visit_id);
alter table visits.visit add revisit_id uuid, add foreign key (regency_code, revisit_id) references visits.revisit;
create index visit_revisit on visits.visit (regency_code, revisit_id);

-- What a round asks of a graduation, with the law it rests on. A row is never changed; the newest version holds.
create table graduation.rule (
    regency_code   text        not null,
    round_id       uuid        not null,
    version        int         not null check (version > 0),
    line           text        not null check (line in ('extreme', 'poor')),
    agreed_by      text        not null check (agreed_by in ('meeting', 'head')),
    -- months after which a sample of the graduated is visited
    sample_months  int[]       not null check (cardinality(sample_months) between 1 and 6),
    sample_percent int         not null check (sample_percent between 1 and 100),
    source         text        not null check (source <> ''),
    set_by         uuid        not null,
    set_at         timestamptz not null,
    primary key (regency_code, round_id, version),
    foreign key (regency_code, round_id) references rounds.round
);

create table graduation.graduation (
    regency_code    text        not null,
    id              uuid        not null,
    round_id        uuid        not null,
    family_id       uuid        not null,
    -- the re-visit on which it rests, and what that found against the line that held on its day; rupiah a person a month
    visit_id        uuid        not null,
    rule_version    int         not null,
    per_person      bigint      not null,
    line            bigint      not null,
    state           text        not null check (state in ('proposed', 'agreed', 'disagreed', 'graduated', 'refused', 'ended')),
    version         int         not null default 1,
    proposed_by     uuid        not null,
    proposed_at     timestamptz not null,
    -- the village's word
    village_on      date,
    village_reason  text,
    village_paper   text,
    village_by      uuid,
    decided_on      date,
    decided_reason  text,
    decided_by      uuid,
    -- the family came back
    ended_on        date,
    ended_reason    text,
    ended_by        uuid,
    ended_visit_id  uuid,
    primary key (regency_code, id),
    foreign key (regency_code, round_id, rule_version) references graduation.rule (regency_code, round_id, version),
    foreign key (regency_code, family_id) references cases.family,
    foreign key (regency_code, visit_id) references visits.visit,
    foreign key (regency_code, ended_visit_id) references visits.visit,
    foreign key (regency_code, village_paper) references evidence.file,
    check ((state = 'proposed') = (village_on is null)),
    check (state not in ('graduated', 'refused', 'ended') or decided_on is not null),
    check ((state = 'ended') = (ended_on is not null)),
    check (ended_on >= decided_on)
);
create unique index graduation_live on graduation.graduation (regency_code, family_id) where state in ('proposed', 'agreed', 'graduated');
create index graduation_rule on graduation.graduation (regency_code, round_id, rule_version);
create index graduation_family on graduation.graduation (regency_code, family_id);
create index graduation_visit on graduation.graduation (regency_code, visit_id);
create index graduation_ended_visit on graduation.graduation (regency_code, ended_visit_id);
create index graduation_paper on graduation.graduation (regency_code, village_paper);

-- Families that count as graduated from a day on, until the day before until_on on which they came back. The one place that says so.
create view graduation.graduated as
    select regency_code, round_id, family_id, decided_on as from_on, ended_on as until_on
    from graduation.graduation where state in ('graduated', 'ended');
