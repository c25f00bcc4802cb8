-- Where each petition stands, said in this one place. It is answered when it is declined, or when a meeting has closed that decided on the
-- family after the office took the petition up; where the family had graduated by then, when a re-visit of then or later was approved. A meeting's
-- wish for another visit is no decision.
drop view citizens.standing;
create view citizens.standing as
select p.*, f.number, coalesce(r.officer_id, f.officer_id) as officer_id,
    case when p.judgement = 'declined' then p.judged_at else least(d.closed_at, g.seen_at) end as answered_at,
    case when p.judgement is null then 'received'
        when p.judgement = 'declined' then 'declined'
        when d.closed_at is not null or g.seen_at is not null then 'decided'
        when r.waits then 'inReview'
        when g.family_id is not null and f.state = 'approved' then 'toVisit'
        when f.state = 'listed' then 'toAssign'
        when f.state in ('assigned', 'returned') then 'toVisit'
        when f.state = 'visited' then 'inReview'
        else 'toMeeting' end as stage
from citizens.petition p
left join cases.family f on f.regency_code = p.regency_code and f.id = p.family_id
left join lateral (
    select m.closed_at from deliberation.standing s
    join deliberation.meeting m on m.regency_code = s.regency_code and m.id = s.meeting_id and m.state = 'closed'
    where s.regency_code = p.regency_code and s.family_id = p.family_id and s.outcome <> 'revisit' and s.received_at > p.judged_at
    order by m.closed_at limit 1) d on true
left join lateral (
    select n.family_id, (select min(r.ended_at) from visits.revisit r where r.regency_code = n.regency_code and r.family_id = n.family_id
        and r.kind <> 'watch' and r.visit_id is not null and r.ended_at > p.judged_at) as seen_at
    from graduation.graduation n
    where n.regency_code = p.regency_code and n.family_id = p.family_id and n.state in ('graduated', 'ended')
        and cast(p.judged_at at time zone 'Asia/Makassar' as date) between n.decided_on and coalesce(n.ended_on, 'infinity')
    limit 1) g on true
left join lateral (
    select r.officer_id, v.state = 'received' as waits from visits.revisit r
    left join visits.visit v on v.regency_code = r.regency_code and v.id = r.visit_id
    where r.regency_code = p.regency_code and r.family_id = g.family_id and r.kind <> 'watch' and r.ended_at is null) r on true;
