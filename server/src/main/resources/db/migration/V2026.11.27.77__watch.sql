-- A lot among families that left the count. Of a watch the seed is made beforehand and only its hash is told until the day; a sample of the
-- graduated is drawn at once.
create table graduation.draw (
    regency_code text        not null,
    id           uuid        not null,
    round_id     uuid        not null,
    kind         text        not null check (kind in ('sample', 'watch')),
    -- of a sample: so many months after the graduation, and the last day of graduation that it reaches
    months       int,
    through_on   date,
    -- of a watch: the day of the lot, and how many of each district and kind
    opens_on     date,
    per_stratum  int check (per_stratum between 1 and 100),
    seed         text        not null,
    seed_hash    text        not null,
    made_by      uuid        not null,
    made_at      timestamptz not null,
    drawn_at     timestamptz,
    primary key (regency_code, id),
    foreign key (regency_code, round_id) references rounds.round,
    check (kind = 'sample' and months is not null and through_on is not null and drawn_at is not null
        or kind = 'watch' and opens_on is not null and per_stratum is not null)
);
create index draw_round on graduation.draw (regency_code, round_id);
create unique index watch_waiting on graduation.draw (regency_code, round_id) where kind = 'watch' and drawn_at is null;

-- How many families the lot was among.
create table graduation.stratum (
    regency_code  text not null,
    draw_id       uuid not null,
    district_code text not null,
    kind          text not null check (kind in ('graduated', 'struck')),
    families      int  not null check (families > 0),
    primary key (regency_code, draw_id, district_code, kind),
    foreign key (regency_code, draw_id) references graduation.draw
);

create table graduation.drawn (
    regency_code  text not null,
    draw_id       uuid not null,
    family_id     uuid not null,
    district_code text not null,
    kind          text not null,
    revisit_id    uuid not null,
    primary key (regency_code, draw_id, family_id),
    foreign key (regency_code, draw_id, district_code, kind) references graduation.stratum,
    foreign key (regency_code, family_id) references cases.family,
    foreign key (regency_code, revisit_id) references visits.revisit
);
create index drawn_stratum on graduation.drawn (regency_code, draw_id, district_code, kind);
create index drawn_family on graduation.drawn (regency_code, family_id);
create index drawn_revisit on graduation.drawn (regency_code, revisit_id);

-- Who may stand in a lot of the watch: graduated families, and those that were met and are on no list.
create view graduation.left_the_count as
    select f.regency_code, f.round_id, f.id as family_id, f.district_code,
        case when g.family_id is null then 'struck' else 'graduated' end as kind
    from cases.family f
    left join graduation.graduated g on g.regency_code = f.regency_code and g.family_id = f.id and g.until_on is null
    where f.state = 'approved' and (g.family_id is not null or f.contact = 'found' and not exists (
        select from programmes.decreed_family p where p.regency_code = f.regency_code and p.id = f.id));
