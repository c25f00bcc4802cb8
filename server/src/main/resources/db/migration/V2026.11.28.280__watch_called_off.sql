-- A watch that nobody has drawn yet may be called off; it stays beside the one that is prepared in its place.
alter table graduation.draw
    add column called_off_by     uuid,
    add column called_off_at     timestamptz,
    add column called_off_reason text,
    add check (num_nonnulls(called_off_by, called_off_at, called_off_reason) in (0, 3)),
    add check (called_off_at is null or kind = 'watch' and drawn_at is null);
drop index graduation.watch_waiting;
create unique index watch_waiting on graduation.draw (regency_code, round_id)
    where kind = 'watch' and drawn_at is null and called_off_at is null;
