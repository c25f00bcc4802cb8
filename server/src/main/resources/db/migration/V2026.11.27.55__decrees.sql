create schema decrees;

-- A decree of a round (the first) and its amendments. A row is written once, after its families, and never changes; together they are what
-- the entry "decree.locked" of the ledger is a digest of.
create table decrees.decree (
    regency_code text        not null,
    id           uuid        not null,
    round_id     uuid        not null,
    ordinal      int         not null check (ordinal > 0),
    number       text        not null,
    decided_on   date        not null,
    -- SHA-256 of the signed paper
    scan         text        not null,
    -- why it was locked although something held it back
    despite      text        not null,
    -- in force from this decree on; the root of the tree over those families
    families     int         not null,
    persons      int         not null,
    root         bytea       not null,
    locked_by    uuid        not null,
    locked_at    timestamptz not null,
    -- the same as JSON
    content      text        not null,
    primary key (regency_code, id),
    unique (regency_code, round_id, ordinal),
    unique (regency_code, number),
    foreign key (regency_code, round_id) references rounds.round,
    foreign key (regency_code, scan) references evidence.file
);
create index decree_scan on decrees.decree (regency_code, scan);

-- What a decree does to a family. The content is a copy, as the family was when the decree was locked; its bytes are a leaf of the tree.
-- No foreign key to the decree: it comes last and closes the list.
create table decrees.family (
    regency_code text not null,
    decree_id    uuid not null,
    family_id    uuid not null,
    number       text not null,
    change       text not null check (change in ('listed', 'struck')),
    reason       text not null,
    content      text not null,
    village_code text not null generated always as (cast(content as jsonb) ->> 'village') stored,
    primary key (regency_code, decree_id, family_id),
    foreign key (regency_code, family_id) references cases.family
);
create index family_family on decrees.family (regency_code, family_id);

create function decrees.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a locked decree never changes' using errcode = 'insufficient_privilege';
end $$;

create function decrees.refuse_locked() returns trigger language plpgsql as $$
begin
    if exists (select from touched t join decrees.decree d on d.regency_code = t.regency_code and d.id = t.decree_id) then
        raise exception 'a locked decree takes no more families' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create trigger decree_change before update or delete or truncate on decrees.decree
    for each statement execute function decrees.refuse_change();
create trigger family_change before update or delete or truncate on decrees.family
    for each statement execute function decrees.refuse_change();
create trigger family_insert after insert on decrees.family referencing new table as touched
    for each statement execute function decrees.refuse_locked();

-- Where the application does not own the server, its own role may not even try.
revoke update, delete, truncate on decrees.decree, decrees.family from current_user;

-- What each decree made of each family of its round.
create view decrees.change as
select d.round_id, d.ordinal, d.decided_on, f.* from decrees.family f
join decrees.decree d on d.regency_code = f.regency_code and d.id = f.decree_id;

-- The families that are on the list now.
create view decrees.in_force as
select c.* from decrees.change c
where c.change = 'listed' and not exists (select from decrees.change later
    where later.regency_code = c.regency_code and later.round_id = c.round_id and later.family_id = c.family_id
        and later.ordinal > c.ordinal);

-- Where a round has its decree, programmes are for whom it names, with the visit on which it rests; before, for whom the reviews found.
create or replace view programmes.decreed_family as
    select f.regency_code, f.id, f.number, f.district_code, f.village_code, f.head_name, f.address, f.hamlet, f.officer_id, f.visit_id
    from cases.family f
    where f.approved_at is not null and f.finding = 'extremely_poor'
        and not exists (select from decrees.decree d where d.regency_code = f.regency_code and d.round_id = f.round_id)
    union all
    select f.regency_code, f.id, f.number, f.district_code, f.village_code, f.head_name, f.address, f.hamlet, f.officer_id,
        cast(cast(i.content as jsonb) ->> 'visit' as uuid)
    from decrees.in_force i
    join cases.family f on f.regency_code = i.regency_code and f.id = i.family_id;
