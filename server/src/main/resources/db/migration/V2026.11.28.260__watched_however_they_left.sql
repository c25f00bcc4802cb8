alter table graduation.stratum drop constraint stratum_kind_check;
alter table graduation.stratum add check (kind in ('graduated', 'struck', 'not_met'));

-- Who may stand in a lot of the watch: graduated families, and those that left because they were examined, met or not. One that is extremely poor
-- by the newest word on its visit has left nothing while it waits for its meeting or the decree.
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
