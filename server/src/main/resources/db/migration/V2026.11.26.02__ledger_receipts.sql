-- Which entries a transaction has added, kept until all of them are sealed: what is deleted before its block is made is missed all the same.
create table ledger.receipt (
    regency_code text   not null,
    -- of the first entry
    id           uuid   not null,
    entries      uuid[] not null,
    tx           xid8   not null default pg_current_xact_id(),
    primary key (regency_code, id)
);
