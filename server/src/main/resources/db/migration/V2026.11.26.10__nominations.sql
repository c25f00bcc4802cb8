create schema nominations;

-- Families that somebody proposes. What became of one is what became of its visit; here stands who proposed whom, and the case it became.
create table nominations.nomination (
    regency_code text        not null,
    id           uuid        not null,
    source       text        not null check (source in ('officer')),
    visit_id     uuid        not null,
    officer_id   uuid        not null,
    village_code text        not null,
    head_name    text        not null,
    address      text        not null,
    hamlet       text        not null,
    proposed_at  timestamptz not null,
    family_id    uuid,
    accepted_by  uuid,
    accepted_at  timestamptz,
    primary key (regency_code, id),
    unique (regency_code, visit_id),
    foreign key (regency_code, visit_id) references visits.visit,
    foreign key (regency_code, officer_id) references access.account,
    foreign key (regency_code, family_id) references cases.family
);
create index nomination_officer on nominations.nomination (regency_code, officer_id);
create index nomination_village on nominations.nomination (regency_code, village_code, id);
create index nomination_family on nominations.nomination (regency_code, family_id);
