-- One row: when was last looked for deals whose sides hang together.
create table surveillance.side_search (
    is_only boolean primary key default true check (is_only),
    at      timestamptz not null
);

insert into surveillance.side_search (at) values ('-infinity');
