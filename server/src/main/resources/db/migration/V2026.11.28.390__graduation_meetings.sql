-- A village meets on what the visits found once a round, and on graduations as often as some wait for its word. The round's counts, the decree and
-- zero rest on the former alone, so only those are read under the name of meeting.
alter table deliberation.meeting rename to every_meeting;
alter table deliberation.every_meeting
    -- a graduation's meeting counts its number in the village in edition
    add column purpose text not null default 'verification' check (purpose in ('verification', 'graduation')),
    drop constraint meeting_regency_code_round_id_village_code_edition_key,
    add unique (regency_code, round_id, village_code, purpose, edition);
drop index deliberation.meeting_open;
create unique index meeting_open on deliberation.every_meeting (regency_code, round_id, village_code, purpose) where state = 'open';
create view deliberation.meeting as select * from deliberation.every_meeting where purpose = 'verification';

-- A family is known to a graduation's meeting by the graduation, so that no word of it is read as one on the first finding.
alter table deliberation.decision
    add column graduation_id uuid,
    add foreign key (regency_code, graduation_id) references graduation.graduation,
    drop constraint decision_check,
    add check (num_nonnulls(family_id, nomination_id, graduation_id) = 1);
alter table deliberation.decision alter column subject_id set expression as (coalesce(family_id, nomination_id, graduation_id));
create index decision_graduation on deliberation.decision (regency_code, graduation_id);
create or replace view deliberation.standing as
select d.* from deliberation.decision d
where not exists (select from deliberation.decision later
    where later.regency_code = d.regency_code and later.meeting_id = d.meeting_id and later.subject_id = d.subject_id
        and later.replaces = d.id);

-- The village spoke on paper, or in this closed meeting.
alter table graduation.graduation
    add column village_meeting uuid,
    add foreign key (regency_code, village_meeting) references deliberation.every_meeting,
    add check (num_nonnulls(village_paper, village_meeting) <= 1);
create index graduation_meeting on graduation.graduation (regency_code, village_meeting);

create or replace view graduation.left_the_count as
    select f.regency_code, f.round_id, f.id as family_id, f.district_code,
        case when g.family_id is not null then 'graduated' when f.contact = 'found' then 'struck' else 'not_met' end as kind
    from cases.family f
    left join graduation.graduated g on g.regency_code = f.regency_code and g.family_id = f.id and g.until_on is null
    left join deliberation.meeting m on m.regency_code = f.regency_code and m.round_id = f.round_id and m.village_code = f.village_code
        and m.state = 'closed' and not exists (select from deliberation.meeting later where later.regency_code = m.regency_code
            and later.round_id = m.round_id and later.village_code = m.village_code and later.edition > m.edition)
    left join deliberation.standing w on w.regency_code = m.regency_code and w.meeting_id = m.id and w.family_id = f.id
        and w.visit_id = f.visit_id
    cross join lateral (select coalesce(w.held, f.finding) as finding) stands
    where f.state = 'approved' and (g.family_id is not null or (stands.finding in ('poor', 'not_poor')
            or stands.finding is null and f.contact in ('moved', 'deceased', 'not_found', 'duplicate'))
        and not exists (select from decrees.in_force d where d.regency_code = f.regency_code and d.round_id = f.round_id and d.family_id = f.id));
