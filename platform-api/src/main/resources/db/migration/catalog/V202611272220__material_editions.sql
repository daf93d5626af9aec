-- What officers changed about materials since the files that the platform was released with, which are edition 1.
create schema catalog;

create table catalog.material_edition (
    code         text not null,
    edition      integer not null,
    valid_from   date not null,
    name_zh      text not null,
    name_en      text not null,
    standard     text not null,
    licence_gate text not null,
    limits       text not null,
    published_by uuid not null,
    published_at timestamptz not null,
    primary key (code, edition),
    constraint editions_of_the_files_are_first check (edition >= 2),
    constraint one_edition_begins_on_a_day unique (code, valid_from)
);
