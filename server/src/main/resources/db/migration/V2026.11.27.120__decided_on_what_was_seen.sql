-- Whether the office told which visit was seen when it was decided; then visit_id is that one, and the entry of the decision holds it.
alter table deliberation.decision add column visit_told boolean not null default false;
