-- What ledger.record takes, until the interpretation puts it into the ledger; its sender waits for one insert into one table.
alter table visits.submission add entry json;
-- Some kilobytes are not compressed while their sender waits.
alter table visits.submission alter xml set storage external;
