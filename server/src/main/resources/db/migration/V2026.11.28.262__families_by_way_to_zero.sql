-- Of a list of families, where those stand that it names: one standing, or open.
alter table reports.report add zero text;
