-- Lists of choices that an author gives with a version of his form; like the version, they never change.
create table forms.form_list (
    regency_code text  not null,
    form_id      text  not null,
    version      text  not null,
    name         text  not null,
    content      bytea not null,
    primary key (regency_code, form_id, version, name),
    foreign key (regency_code, form_id, version) references forms.form_version
);
