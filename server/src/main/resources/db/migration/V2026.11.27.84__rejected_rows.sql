-- Rows of a handed-in workbook that were not taken, so that they can be given back to be mended.
alter table interventions.sheet add column rejected jsonb not null default '[]';
