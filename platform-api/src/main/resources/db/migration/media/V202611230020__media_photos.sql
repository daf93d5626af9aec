-- Photos; one without a placeholder is announced and not developed yet.
create schema media;

create table media.photo (
    id            uuid primary key,
    owner         uuid not null,
    declared_type text not null,
    placeholder   text,
    widths        integer[],
    heights       integer[],
    kept          boolean not null default false,
    created_at    timestamptz not null,
    constraint a_ready_photo_is_whole check (num_nulls(placeholder, widths, heights) in (0, 3))
);

create index photo_forgotten on media.photo (created_at) where not kept;
