-- While a table grows from nothing, the planner takes any index that begins with the regency to be as good as the right one, and a plan made
-- then goes through all of the regency's rows until the next analyze. These two begin with what they are about.
drop index visits.visit_revisit;
create index visit_revisit on visits.visit (revisit_id, regency_code);
drop index visits.submission_receipt;
create index submission_receipt on visits.submission (substring(content_hash, 1, 4), regency_code);
