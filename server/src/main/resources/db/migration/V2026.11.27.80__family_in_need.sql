-- Of the families that programmes are for, those that have not graduated, or have come back: whose needs wait.
create view programmes.family_in_need as
select f.* from programmes.decreed_family f
where not exists (select from graduation.graduated g
    where g.regency_code = f.regency_code and g.family_id = f.id and g.until_on is null);
