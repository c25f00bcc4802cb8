-- For how many days after its answer a citizen's telephone number is kept (law 27/2022: not longer than it is needed).
alter table rounds.round add column phone_days int not null default 30 check (phone_days between 0 and 365);
create index petition_phone on citizens.petition (regency_code, id) where phone is not null;
