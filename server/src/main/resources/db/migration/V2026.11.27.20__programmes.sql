create schema programmes;

-- Families that programmes are for: whose approved finding is extremely poor. The one place that says so.
create view programmes.decreed_family as
    select regency_code, id, number, district_code, village_code, head_name, address, hamlet, officer_id, visit_id
    from cases.family
    where approved_at is not null and finding = 'extremely_poor';
create index family_extremely_poor on cases.family (regency_code, village_code, id)
    where approved_at is not null and finding = 'extremely_poor';

create table programmes.agency (
    regency_code text not null,
    id           uuid not null,
    name         text not null,
    primary key (regency_code, id),
    unique (regency_code, name)
);

create table programmes.programme (
    regency_code text    not null,
    id           uuid    not null,
    code         text    not null,
    name         text    not null,
    pillar       int     not null check (pillar between 1 and 3),
    agency_id    uuid    not null,
    funding      text    not null check (funding in ('apbn', 'apbdProvince', 'apbdRegency', 'villageFund', 'csr')),
    unit         text    not null check (unit in ('family', 'person', 'house')),
    -- rupiah for one unit in one year; null when it is given in kind or depends
    amount       bigint check (amount > 0),
    needs        text[]  not null,
    -- codes of programmes that a family may not have beside this one; read both ways
    not_with     text[]  not null,
    active       boolean not null,
    rule_version int     not null,
    version      int     not null default 1,
    primary key (regency_code, id),
    unique (regency_code, code),
    foreign key (regency_code, agency_id) references programmes.agency
);
create index programme_agency on programmes.programme (regency_code, agency_id);

-- Every version of a programme's rule, for good.
create table programmes.rule (
    regency_code text        not null,
    programme_id uuid        not null,
    version      int         not null,
    rule         jsonb       not null,
    saved_by     uuid        not null,
    saved_at     timestamptz not null,
    primary key (regency_code, programme_id, version),
    foreign key (regency_code, programme_id) references programmes.programme
);

-- How many units a year brings to a region; the regency itself for a quota that is not shared out yet.
create table programmes.quota (
    regency_code text   not null,
    programme_id uuid   not null,
    year         int    not null check (year between 2000 and 2100),
    area         text   not null,
    units        int    not null check (units > 0),
    primary key (regency_code, programme_id, year, area),
    foreign key (regency_code, programme_id) references programmes.programme
);
