-- A re-visit that nobody is to pay any more; it then stands for no visit.
alter table visits.revisit add called_off_by uuid;
alter table visits.revisit add called_off_reason text;
alter table visits.revisit add check ((called_off_by is null) = (called_off_reason is null));
alter table visits.revisit add check (called_off_by is null or ended_at is not null and visit_id is null);

-- Who graduated it, beside the days.
create or replace view graduation.graduated as
    select regency_code, round_id, family_id, decided_on as from_on, ended_on as until_on, decided_by
    from graduation.graduation where state in ('graduated', 'ended');
