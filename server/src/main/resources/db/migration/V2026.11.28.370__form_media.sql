-- Pictures, sounds and films that an author gives with a version of his form; like the version, they never change.
create table forms.form_media (
    regency_code text  not null,
    form_id      text  not null,
    version      text  not null,
    name         text  not null,
    content      bytea not null,
    md5          text  not null generated always as (md5(content)) stored,
    primary key (regency_code, form_id, version, name),
    foreign key (regency_code, form_id, version) references forms.form_version
);
