-- The first thing that is written of a submission, and all that its sender waits for: whole, with its entry of the ledger, under one index.
-- What lies here is soon moved into visits.submission and ledger.entry together, and is gone from here by the same transaction.
create table visits.inbox (
    regency_code  text        not null,
    id            uuid        not null,
    instance_id   text        not null,
    content_hash  bytea       not null,
    deprecated_id text,
    form_id       text        not null,
    form_version  text        not null,
    officer_id    uuid        not null,
    device_id     text,
    skew_seconds  bigint,
    client        text        not null,
    xml           bytea       not null,
    file_names    text[]      not null,
    received_at   timestamptz not null,
    -- what ledger.record takes
    entry         jsonb       not null,
    primary key (regency_code, instance_id, content_hash)
    -- some kilobytes are compressed when they are moved, not while their sender waits
) with (toast_tuple_target = 8160);

-- Whether an instance came before, with the same content and moved already, or with another one. Volatile, so that it sees what was
-- committed while the statement that calls it waited at the inbox's key for a move to end.
create function visits.came_before(regency text, instance text, hash bytea) returns boolean volatile language plpgsql as $$
begin
    return exists (select from visits.submission s where s.regency_code = regency and s.instance_id = instance)
        or exists (select from visits.inbox i where i.regency_code = regency and i.instance_id = instance and i.content_hash <> hash);
end;
$$;
