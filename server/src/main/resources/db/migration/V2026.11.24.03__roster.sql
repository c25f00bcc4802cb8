create schema roster;

-- One delivered list. Its rows stand apart from the cases until a person commits it; from then on nothing of it changes.
create table roster.release (
    regency_code   text        not null,
    id             uuid        not null,
    round_id       uuid,
    source         text        not null,
    bast_number    text        not null default '',
    released_on    date,
    scope          text        not null default 'full' check (scope in ('full', 'supplement')),
    scope_reason   text        not null default 'said' check (scope_reason in ('said', 'first', 'mended', 'allNew', 'overlap')),
    state          text        not null check (state in ('reading', 'needsMapping', 'checked', 'refused', 'committing', 'committed')),
    job_id         uuid,
    families       int         not null default 0,
    members        int         not null default 0,
    accepted       int         not null default 0,
    rejected       int         not null default 0,
    warned         int         not null default 0,
    villages       int         not null default 0,
    family_columns text[]      not null default '{}',
    member_columns text[]      not null default '{}',
    report         jsonb,
    comparison     jsonb,
    compared_to    uuid,
    uploaded_by    uuid        not null,
    uploaded_at    timestamptz not null,
    committed_by   uuid,
    committed_at   timestamptz,
    primary key (regency_code, id),
    foreign key (regency_code, round_id) references rounds.round,
    check ((state = 'committed') = (committed_at is not null)),
    check (state <> 'committed' or round_id is not null)
);
create index release_round on roster.release (regency_code, round_id, committed_at);

create table roster.file (
    regency_code text   not null,
    release_id   uuid   not null,
    ordinal      int    not null,
    name         text   not null,
    sha256       text   not null,
    size         bigint not null,
    primary key (regency_code, release_id, ordinal),
    foreign key (regency_code, release_id) references roster.release
);
create index file_sha256 on roster.file (regency_code, sha256);

-- Rows as delivered: typed columns beside every cell as it stood. carried_from names the release that a row was taken over from, so that a
-- family is whole in each release that holds it though a list has families or members alone; a family made from its members names the
-- release itself. Rows belong to a release by the triggers below: a foreign key would be looked up once for each of half a million rows.
create table roster.family (
    regency_code text  not null,
    release_id   uuid  not null,
    family_key   text  not null,
    file_ordinal int   not null,
    sheet        text  not null,
    row_number   int   not null,
    village_code text  not null,
    head_name    text  not null,
    address      text  not null,
    nik          text,
    kk           text,
    sex          text,
    birth_date   date,
    cells        jsonb not null,
    content_hash bytea not null,
    carried_from uuid,
    primary key (regency_code, release_id, family_key)
);

create table roster.member (
    regency_code text   not null,
    release_id   uuid   not null,
    family_key   text   not null,
    position     int    not null,
    file_ordinal int    not null,
    sheet        text   not null,
    row_number   int    not null,
    person_id    text,
    name         text   not null,
    nik          text,
    relationship text,
    head         boolean not null,
    sex          text,
    birth_date   date,
    cells        jsonb  not null,
    content_hash bigint not null,
    carried_from uuid,
    primary key (regency_code, release_id, family_key, position)
);

create table roster.problem (
    regency_code  text   not null,
    release_id    uuid   not null,
    ordinal       bigint not null,
    code          text   not null,
    severity      text   not null,
    file_ordinal  int    not null,
    sheet         text   not null,
    row_number    int,
    column_letter text,
    value         text,
    related       text,
    family_key    text,
    head          text,
    village_code  text,
    primary key (regency_code, release_id, ordinal)
);
create index problem_code on roster.problem (regency_code, release_id, code, ordinal);
create index problem_family on roster.problem (regency_code, release_id, family_key) where family_key is not null;

-- Where each family of a round stands after its committed releases: which release holds its newest row, and whether the list still has it.
create table roster.standing (
    regency_code     text    not null,
    round_id         uuid    not null,
    family_key       text    not null,
    release_id       uuid    not null,
    first_release_id uuid    not null,
    listed           boolean not null,
    primary key (regency_code, round_id, family_key)
);

-- How a release differs from the standing it was compared with; families that are new or the same have no row here.
create table roster.difference (
    regency_code    text not null,
    release_id      uuid not null,
    family_key      text not null,
    kind            text not null check (kind in ('changed', 'returned', 'dropped')),
    base_release_id uuid not null,
    primary key (regency_code, release_id, family_key)
);
create index difference_kind on roster.difference (regency_code, release_id, kind, family_key);

create table roster.saved_mapping (
    regency_code text        not null,
    fingerprint  text        not null,
    name         text        not null,
    mapping      jsonb       not null,
    saved_by     uuid        not null,
    saved_at     timestamptz not null,
    primary key (regency_code, fingerprint)
);

create function roster.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of a roster release never change' using errcode = 'insufficient_privilege';
end $$;

create function roster.refuse_committed() returns trigger language plpgsql as $$
begin
    if exists (
        select from (select distinct regency_code, release_id from touched) t
        left join roster.release r on r.regency_code = t.regency_code and r.id = t.release_id
        where r.state is null or r.state = 'committed')
    then
        raise exception 'a committed roster release never changes' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create trigger release_committed before update or delete on roster.release
    for each row when (old.state = 'committed') execute function roster.refuse_change();
create trigger release_truncate before truncate on roster.release for each statement execute function roster.refuse_change();

create trigger file_change before update on roster.file for each statement execute function roster.refuse_change();
create trigger family_change before update or truncate on roster.family for each statement execute function roster.refuse_change();
create trigger member_change before update or truncate on roster.member for each statement execute function roster.refuse_change();

create trigger file_insert after insert on roster.file referencing new table as touched
    for each statement execute function roster.refuse_committed();
create trigger file_delete after delete on roster.file referencing old table as touched
    for each statement execute function roster.refuse_committed();
create trigger family_insert after insert on roster.family referencing new table as touched
    for each statement execute function roster.refuse_committed();
create trigger family_delete after delete on roster.family referencing old table as touched
    for each statement execute function roster.refuse_committed();
create trigger member_insert after insert on roster.member referencing new table as touched
    for each statement execute function roster.refuse_committed();
create trigger member_delete after delete on roster.member referencing old table as touched
    for each statement execute function roster.refuse_committed();
create trigger problem_insert after insert on roster.problem referencing new table as touched
    for each statement execute function roster.refuse_committed();
create trigger problem_update after update on roster.problem referencing old table as touched
    for each statement execute function roster.refuse_committed();
create trigger problem_delete after delete on roster.problem referencing old table as touched
    for each statement execute function roster.refuse_committed();
create trigger difference_insert after insert on roster.difference referencing new table as touched
    for each statement execute function roster.refuse_committed();
create trigger difference_delete after delete on roster.difference referencing old table as touched
    for each statement execute function roster.refuse_committed();
