-- What people said about a need of a family, every word of it; the last one counts. What the answers propose is worked out whenever somebody
-- looks, and stays beside it.
create table programmes.need_decision (
    regency_code text        not null,
    id           uuid        not null,
    family_id    uuid        not null,
    need         text        not null,
    confirmed    boolean     not null,
    -- what the answers proposed when it was said: yes, no, unknown
    proposed     text        not null check (proposed in ('yes', 'no', 'unknown')),
    reason       text        not null,
    decided_by   uuid        not null,
    at           timestamptz not null,
    primary key (regency_code, id),
    foreign key (regency_code, family_id) references cases.family,
    foreign key (regency_code, decided_by) references access.account
);
create index need_decision_family on programmes.need_decision (regency_code, family_id, need, id);
create index need_decision_person on programmes.need_decision (regency_code, decided_by);
