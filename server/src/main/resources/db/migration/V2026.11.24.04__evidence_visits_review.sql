create schema evidence;
create schema visits;
create schema review;

create table evidence.file (
    regency_code text        not null,
    sha256       text        not null,
    size         bigint      not null,
    media_type   text        not null,
    width        int,
    height       int,
    -- an image or a PDF; anything else is kept aside and never shown
    accepted     boolean     not null,
    thumbnail_at timestamptz,
    stored_at    timestamptz not null,
    primary key (regency_code, sha256)
);
create index file_without_thumbnail on evidence.file (stored_at)
    where thumbnail_at is null and accepted and media_type like 'image/%';

-- What an officer sent, byte for byte. Written before the answer goes out; interpreted afterwards.
create table visits.submission (
    regency_code   text        not null,
    id             uuid        not null,
    instance_id    text        not null,
    content_hash   bytea       not null,
    deprecated_id  text,
    form_id        text        not null,
    form_version   text        not null,
    officer_id     uuid        not null,
    device_id      text,
    -- how far the phone's clock was ahead of ours when it was sent; null when nobody measured it
    skew_seconds   bigint,
    client         text        not null check (client in ('collect', 'field', 'demo')),
    xml            bytea       not null,
    -- files that the answers speak of
    file_names     text[]      not null,
    received_at    timestamptz not null,
    interpreted_at timestamptz,
    attempts       int         not null default 0,
    -- more files have come since it was interpreted
    files_came     boolean     not null default false,
    primary key (regency_code, id),
    unique (regency_code, instance_id, content_hash)
);
create index submission_waiting on visits.submission (id) where interpreted_at is null or files_came;

create table visits.attachment (
    regency_code text        not null,
    instance_id  text        not null,
    -- whose submission it hangs on; another officer's of the same instance has its own files
    officer_id   uuid        not null,
    name         text        not null,
    sha256       text        not null,
    received_at  timestamptz not null,
    primary key (regency_code, instance_id, officer_id, name, sha256),
    foreign key (regency_code, sha256) references evidence.file
);
create index attachment_sha256 on visits.attachment (regency_code, sha256);

-- What a submission says, under the submission's id.
create table visits.visit (
    regency_code    text        not null,
    id              uuid        not null,
    family_id       uuid,
    round_id        uuid,
    -- the case number as the form has it
    named           text,
    -- the family's village; where no family is known, the officer's own region
    region_code     text        not null,
    district_code   text,
    village_code    text,
    officer_id      uuid        not null,
    instance_id     text        not null,
    deprecated_id   text,
    revision        int         not null,
    version         int         not null default 1,
    state           text        not null check (state in ('received', 'returned', 'approved', 'rejected', 'superseded', 'conflict')),
    form_id         text        not null,
    form_version    text        not null,
    contact         text,
    proposed        text,
    confirmed       text,
    line_extreme    bigint,
    line_poor       bigint,
    -- by our clock: phone_time without the phone's skew
    visited_at      timestamptz not null,
    phone_time      timestamptz,
    skew_seconds    bigint,
    received_at     timestamptz not null,
    minutes         int,
    people          int,
    expenditure     bigint,
    income          bigint,
    lat             double precision,
    lng             double precision,
    accuracy        double precision,
    answers         jsonb       not null,
    findings        jsonb       not null,
    file_names      text[]      not null,
    returned_at     timestamptz,
    returned_reason text,
    returned_fields text[],
    primary key (regency_code, id),
    foreign key (regency_code, id) references visits.submission,
    foreign key (regency_code, family_id) references cases.family,
    foreign key (regency_code, round_id) references rounds.round
);
create index visit_instance on visits.visit (regency_code, instance_id);
create index visit_deprecated on visits.visit (regency_code, deprecated_id) where deprecated_id is not null;
create index visit_region on visits.visit (regency_code, region_code, id);
create index visit_family on visits.visit (regency_code, family_id, id);
create index visit_round on visits.visit (regency_code, round_id, state, district_code, id);
create index visit_officer on visits.visit (regency_code, officer_id, id);

create table visits.conflict (
    regency_code text        not null,
    visit_id     uuid        not null,
    code         text        not null,
    detail       text        not null default '',
    at           timestamptz not null,
    resolved_at  timestamptz,
    primary key (regency_code, visit_id, code),
    foreign key (regency_code, visit_id) references visits.visit
);

create table review.decision (
    regency_code text        not null,
    id           uuid        not null,
    visit_id     uuid        not null,
    -- null for a rejected visit that names no family
    family_id    uuid,
    decision     text        not null check (decision in ('approve', 'return', 'reject')),
    reason       text        not null default '',
    fields       text[]      not null default '{}',
    finding      text,
    decided_by   uuid        not null,
    at           timestamptz not null,
    primary key (regency_code, id),
    foreign key (regency_code, visit_id) references visits.visit,
    foreign key (regency_code, family_id) references cases.family
);
create index decision_visit on review.decision (regency_code, visit_id);
create index decision_family on review.decision (regency_code, family_id);

-- Quality flags of a visit, raised anew whenever the visit or its photos change.
create table review.mark (
    regency_code text        not null,
    visit_id     uuid        not null,
    flags        jsonb       not null,
    raised       int         not null,
    at           timestamptz not null,
    primary key (regency_code, visit_id),
    foreign key (regency_code, visit_id) references visits.visit
);

-- A random sample for a second look; the seed repeats the draw.
create table review.sample (
    regency_code text        not null,
    id           uuid        not null,
    round_id     uuid        not null,
    seed         text        not null,
    per_district int         not null check (per_district > 0),
    drawn_by     uuid        not null,
    drawn_at     timestamptz not null,
    primary key (regency_code, id),
    unique (regency_code, round_id, seed),
    foreign key (regency_code, round_id) references rounds.round
);
create table review.sampled_visit (
    regency_code  text not null,
    visit_id      uuid not null,
    sample_id     uuid not null,
    outcome       text check (outcome in ('upheld', 'doubted')),
    reason        text not null default '',
    rechecked_by  uuid,
    rechecked_at  timestamptz,
    primary key (regency_code, visit_id),
    foreign key (regency_code, visit_id) references visits.visit,
    foreign key (regency_code, sample_id) references review.sample
);
create index sampled_visit_sample on review.sampled_visit (regency_code, sample_id);
