-- What a year brings to a region may be counted in units, in rupiah, or in both.
alter table programmes.quota alter column units drop not null;
alter table programmes.quota add column rupiah bigint check (rupiah > 0);
alter table programmes.quota add check (num_nonnulls(units, rupiah) > 0);
