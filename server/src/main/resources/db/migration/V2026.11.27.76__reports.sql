create schema reports;

-- A report that somebody asked for, and the file that came of it. The file lies here and not beside the evidence: evidence is for good and is
-- looked at by others, a report is its maker's, and every replica reads this table.
create table reports.report (
    regency_code text        not null,
    -- of the job that makes it
    id           uuid        not null,
    round_id     uuid        not null,
    kind         text        not null,
    format       text        not null,
    -- everything inside these regions, which its maker may read
    regions      text[]      not null,
    region       text,
    standing     text,
    day          date        not null,
    -- required where families stand in it by name
    purpose      text,
    asked_by     uuid        not null,
    asked_at     timestamptz not null,
    -- what was read, at one moment, as JSON; kept until the file is made, so that a job that died goes on with the same
    facts        text,
    as_of        timestamptz,
    -- SHA-256 of its tables, the same in every format
    data_sha256  text,
    sha256       text,
    size         bigint,
    file         bytea,
    primary key (regency_code, id),
    foreign key (regency_code, round_id) references rounds.round
);
create index report_round on reports.report (regency_code, round_id);
create index report_asked_by on reports.report (regency_code, asked_by, id);

-- Papers of a report of many papers, as they are made; gone when the file is whole.
create table reports.paper (
    regency_code text  not null,
    report_id    uuid  not null,
    name         text  not null,
    content      bytea not null,
    primary key (regency_code, report_id, name),
    foreign key (regency_code, report_id) references reports.report
);
