-- Within how many days a citizen is answered.
alter table rounds.round add column answer_days int not null default 30 check (answer_days between 1 and 365);

create schema citizens;

-- What somebody without an account proposes or disputes, and what the office made of it: opened a case for the family, linked it to a listed
-- one, or declined it. What becomes of it afterwards is what becomes of its family.
create table citizens.petition (
    regency_code   text        not null,
    id             uuid        not null,
    round_id       uuid        not null,
    kind           text        not null check (kind in ('nomination', 'objection')),
    -- made by the sender's page: the same one sent again is the same petition
    sent_id        uuid        not null,
    code_hash      text        not null,
    village_code   text        not null,
    head_name      text        not null,
    place          text        not null,
    reason         text        not null,
    phone          text,
    photo          text,
    received_at    timestamptz not null,
    due_on         date        not null,
    judgement      text check (judgement in ('opened', 'linked', 'declined')),
    family_id      uuid,
    decline_reason text check (decline_reason in ('unclear', 'nothing_to_check', 'other_matter', 'elsewhere')),
    -- for the office alone
    note           text        not null default '',
    judged_by      uuid,
    judged_at      timestamptz,
    primary key (regency_code, id),
    unique (regency_code, sent_id),
    unique (regency_code, code_hash),
    foreign key (regency_code, round_id) references rounds.round,
    foreign key (regency_code, photo) references evidence.file,
    foreign key (regency_code, family_id) references cases.family,
    check ((judgement is null) = (judged_at is null)),
    check ((judgement in ('opened', 'linked')) = (family_id is not null)),
    check ((judgement is not distinct from 'declined') = (decline_reason is not null))
);
create index petition_round on citizens.petition (regency_code, round_id);
create index petition_photo on citizens.petition (regency_code, photo);
create index petition_family on citizens.petition (regency_code, family_id);
create index petition_due on citizens.petition (regency_code, due_on, id);
create index petition_village on citizens.petition (regency_code, village_code);

-- Where each petition stands, said in this one place. It is answered when it is declined, or when a meeting has closed that decided on the
-- family after the office took the petition up. A meeting's wish for another visit is no decision.
create view citizens.standing as
select p.*, f.number, f.officer_id,
    case when p.judgement = 'declined' then p.judged_at else d.closed_at end as answered_at,
    case when p.judgement is null then 'received'
        when p.judgement = 'declined' then 'declined'
        when d.closed_at is not null then 'decided'
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
    order by m.closed_at limit 1) d on true;

-- Who sent how much lately, by keyed digests of his address and of his device; gone after a day.
create table citizens.sending (
    regency_code text        not null,
    id           uuid        not null,
    address      text        not null,
    device       text        not null,
    at           timestamptz not null,
    primary key (regency_code, id)
);
create index sending_address on citizens.sending (regency_code, address, at);
create index sending_device on citizens.sending (regency_code, device, at);
