-- A family that no roster lists is a case all the same, and is told apart wherever cases are counted.
alter table cases.family drop constraint family_roster_status_check;
alter table cases.family add constraint family_roster_status_check
    check (roster_status in ('listed', 'changed', 'dropped', 'returned', 'nominated'));
