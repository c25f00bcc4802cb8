-- A visit by the number that its officer reads out: the first bytes of its hash.
create index submission_receipt on visits.submission (regency_code, substring(content_hash, 1, 4));
