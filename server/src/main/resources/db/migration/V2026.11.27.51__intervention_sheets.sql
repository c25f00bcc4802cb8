-- A workbook of answers as it was checked; nothing of it holds before the person who handed it in commits it.
create table interventions.sheet (
    regency_code text        not null,
    id           uuid        not null,
    file_name    text        not null,
    sha256       text        not null,
    row_count    int         not null,
    same_count   int         not null,
    changes      jsonb       not null,
    problems     jsonb       not null,
    -- what shows the deliveries of its rows
    receipts     text[]      not null,
    created_by   uuid        not null,
    created_at   timestamptz not null,
    committed_at timestamptz,
    primary key (regency_code, id),
    foreign key (regency_code, created_by) references access.account
);
create index sheet_person on interventions.sheet (regency_code, created_by);
