-- What was proposed under a number is looked up when another visit comes under it.
create index visit_proposal on visits.visit (regency_code, named) where named like 'USUL-%';
