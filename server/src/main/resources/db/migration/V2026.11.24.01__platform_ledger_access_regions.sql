create extension if not exists pg_trgm;

create schema platform;
create schema ledger;
create schema access;
create schema regions;

create table platform.setting (
    name  text primary key,
    value text not null
);

create table platform.job (
    regency_code text        not null,
    id           uuid        not null,
    kind         text        not null,
    payload      jsonb       not null,
    state        text        not null check (state in ('queued', 'running', 'done', 'failed')),
    stage        text,
    done         bigint      not null default 0,
    total        bigint,
    result       jsonb,
    problem      jsonb,
    attempts     int         not null default 0,
    run_after    timestamptz not null default now(),
    lease_until  timestamptz,
    created_by   uuid,
    created_at   timestamptz not null default now(),
    finished_at  timestamptz,
    primary key (regency_code, id)
);
create index job_due on platform.job (run_after) where state in ('queued', 'running');

-- One row for one act. Rows are only ever added: the trigger below refuses anything else.
create table ledger.entry (
    regency_code text        not null,
    id           uuid        not null,
    at           timestamptz not null,
    recorded_at  timestamptz not null,
    actor_id     uuid,
    verb         text        not null,
    subject_type text        not null,
    subject_id   uuid        not null,
    region_code  text        not null,
    detail       jsonb       not null,
    digest       bytea       not null,
    leaf_hash    bytea       not null,
    tx           xid8        not null default pg_current_xact_id(),
    primary key (regency_code, id)
);
create index entry_subject on ledger.entry (regency_code, subject_id, id);
create index entry_actor on ledger.entry (regency_code, actor_id, id);

-- Committed entries are sealed into blocks in the background, so that no writer waits for a shared head.
create table ledger.block (
    regency_code  text        not null,
    number        bigint      not null,
    previous_hash bytea       not null,
    root          bytea       not null,
    leaves        int         not null,
    sealed_at     timestamptz not null,
    hash          bytea       not null,
    primary key (regency_code, number)
);
create table ledger.leaf (
    regency_code text   not null,
    entry_id     uuid   not null,
    block_number bigint not null,
    ordinal      int    not null,
    primary key (regency_code, entry_id),
    unique (regency_code, block_number, ordinal),
    foreign key (regency_code, entry_id) references ledger.entry,
    foreign key (regency_code, block_number) references ledger.block
);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger entry_append_only before update or delete on ledger.entry
    for each row execute function ledger.refuse_change();
create trigger block_append_only before update or delete on ledger.block
    for each row execute function ledger.refuse_change();
create trigger leaf_append_only before update or delete on ledger.leaf
    for each row execute function ledger.refuse_change();

create table access.account (
    regency_code  text        not null,
    id            uuid        not null,
    username      text        not null,
    name          text        not null,
    phone         text,
    password_hash text,
    locale        text        not null default 'id',
    collect_key   int         not null default 1,
    disabled_at   timestamptz,
    last_seen     timestamptz,
    created_at    timestamptz not null default now(),
    version       int         not null default 1,
    primary key (regency_code, id)
);
create unique index account_username on access.account (lower(username));
create unique index account_id on access.account (id);

create table access.role_grant (
    regency_code text not null,
    account_id   uuid not null,
    role         text not null,
    region_code  text not null,
    primary key (regency_code, account_id, role, region_code),
    foreign key (regency_code, account_id) references access.account
);

create table access.session (
    token_hash   bytea       primary key,
    regency_code text        not null,
    account_id   uuid        not null,
    csrf_token   text        not null,
    created_at   timestamptz not null,
    seen_at      timestamptz not null,
    expires_at   timestamptz not null,
    foreign key (regency_code, account_id) references access.account
);
create index session_account on access.session (regency_code, account_id);

create table access.api_token (
    token_hash   bytea       primary key,
    regency_code text        not null,
    account_id   uuid        not null,
    name         text        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    foreign key (regency_code, account_id) references access.account
);
create index api_token_account on access.api_token (regency_code, account_id);

-- A phone with the field app, for one officer; shared by two it has two rows.
create table access.device (
    regency_code   text        not null,
    id             uuid        not null,
    account_id     uuid        not null,
    device_id      text        not null,
    name           text        not null,
    registered_at  timestamptz not null,
    last_contact   timestamptz not null,
    -- how far its clock was ahead of ours at the last contact
    skew_seconds   bigint,
    revoked_at     timestamptz,
    revoked_by     uuid,
    revoked_reason text,
    primary key (regency_code, id),
    unique (regency_code, account_id, device_id),
    foreign key (regency_code, account_id) references access.account
);
create index device_account on access.device (regency_code, account_id);
create index device_revoked on access.device (device_id) where revoked_at is not null;

create table access.failed_sign_in (
    id       uuid        primary key,
    username text        not null,
    address  text        not null,
    at       timestamptz not null
);
create index failed_sign_in_username on access.failed_sign_in (username, at);
create index failed_sign_in_address on access.failed_sign_in (address, at);

create table access.setup_link (
    token_hash bytea       primary key,
    created_at timestamptz not null,
    used_at    timestamptz
);

create table regions.region (
    code         text primary key,
    regency_code text not null,
    level        text not null check (level in ('regency', 'district', 'village')),
    parent_code  text references regions.region,
    name         text not null,
    kind         text not null,
    lat          double precision,
    lng          double precision
);
create index region_parent on regions.region (parent_code);
