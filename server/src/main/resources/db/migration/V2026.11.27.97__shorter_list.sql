-- A list with fewer than half of the families that stand counts as a part.
alter table roster.release drop constraint release_scope_reason_check;
alter table roster.release add constraint release_scope_reason_check
    check (scope_reason in ('said', 'first', 'mended', 'allNew', 'shorter', 'overlap'));
