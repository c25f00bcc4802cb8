-- A family that a watch drew in secret may be asked for once more by whoever knows nothing of it.
drop index visits.revisit_open;
create unique index revisit_open on visits.revisit (regency_code, family_id, (kind = 'watch')) where ended_at is null;
