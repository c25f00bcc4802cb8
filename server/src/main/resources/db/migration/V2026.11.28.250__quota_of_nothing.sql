-- A year may bring nothing.
alter table programmes.quota drop constraint quota_units_check, drop constraint quota_rupiah_check;
alter table programmes.quota
    add constraint quota_units_check check (units >= 0),
    add constraint quota_rupiah_check check (rupiah >= 0);
