-- A decree holds from the later of its date and the day on which it was locked: what was proven of a day that is over stays true.
alter table decrees.decree add column holds_from date not null
    generated always as (greatest(decided_on, cast(locked_at at time zone 'Asia/Makassar' as date))) stored;

create or replace view decrees.change as
select d.round_id, d.ordinal, d.decided_on, f.*, d.holds_from from decrees.family f
join decrees.decree d on d.regency_code = f.regency_code and d.id = f.decree_id;
