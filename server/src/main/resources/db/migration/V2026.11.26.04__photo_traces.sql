-- When and where a photo's own camera says it was taken (EXIF). The bytes stay as they came; what is shown is made without it.
alter table evidence.file
    add column taken_at  timestamptz,
    add column taken_lat double precision,
    add column taken_lng double precision;
