-- Null while nobody can be asked who may visit the family.
alter table graduation.drawn alter column revisit_id drop not null;
