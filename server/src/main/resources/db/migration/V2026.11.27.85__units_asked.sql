-- How many units a request asks for: one family or house, or so many persons.
alter table interventions.intervention add column units int not null default 1 check (units > 0);
