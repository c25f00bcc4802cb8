-- How a decree's root is made (ADR 23): 1 covers its list alone, 2 its number, days and place in the round as well. What is locked keeps its own.
alter table decrees.decree add column root_version int not null default 1 check (root_version in (1, 2));
alter table decrees.decree alter column root_version drop default;
