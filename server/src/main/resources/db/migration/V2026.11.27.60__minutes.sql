-- The minutes of a closed meeting: made once and kept as evidence, so that what they say and their hash never change.
create table deliberation.minutes (
    regency_code text        not null,
    meeting_id   uuid        not null,
    -- on the paper and in its QR code; names the paper to anybody and tells nothing of a person
    code         text        not null,
    sha256       text        not null,
    made_at      timestamptz not null,
    primary key (regency_code, meeting_id),
    foreign key (regency_code, meeting_id) references deliberation.meeting,
    foreign key (regency_code, sha256) references evidence.file
);
create unique index minutes_code on deliberation.minutes (code);
create index minutes_sha256 on deliberation.minutes (sha256, regency_code);

-- The paper as it came back from the hall, signed.
create table deliberation.signed_minutes (
    regency_code text        not null,
    meeting_id   uuid        not null,
    sha256       text        not null,
    received_by  uuid        not null,
    received_at  timestamptz not null,
    primary key (regency_code, meeting_id, sha256),
    foreign key (regency_code, meeting_id) references deliberation.minutes,
    foreign key (regency_code, sha256) references evidence.file
);
create index signed_minutes_sha256 on deliberation.signed_minutes (sha256, regency_code);

-- Minutes of many villages taken out together: by whom and for what, and the hash of the one file that they make.
create table deliberation.minutes_bundle (
    regency_code text        not null,
    -- of the job that makes it
    id           uuid        not null,
    round_id     uuid        not null,
    meetings     uuid[]      not null,
    purpose      text        not null,
    asked_by     uuid        not null,
    asked_at     timestamptz not null,
    -- null until the job is done
    sha256       text,
    size         bigint,
    primary key (regency_code, id),
    foreign key (regency_code, round_id) references rounds.round
);
create index minutes_bundle_round on deliberation.minutes_bundle (regency_code, round_id);
