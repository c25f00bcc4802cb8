-- Papers that this house printed for a signature and does not keep: one that comes back as it was is no signed copy.
create table evidence.printed (
    regency_code text        not null,
    sha256       text        not null,
    printed_at   timestamptz not null,
    primary key (regency_code, sha256)
);
