-- What owners say of vehicles' papers and mileage. An item is another module's; here it is an id.
create schema vehicle;

create table vehicle.statement (
    item_id                  uuid primary key,
    owner                    uuid not null,
    registration_certificate boolean not null,
    vehicle_licence          boolean not null,
    purchase_invoice         boolean not null,
    inspection_until         date,
    insurance_until          date,
    plate_region             text,
    previous_owners          integer,
    mortgaged                boolean not null,
    scrapped                 boolean not null,
    stated_at                timestamptz not null,
    offered_at               timestamptz,
    constraint statement_owners_are_countable check (previous_owners between 0 and 30)
);

create table vehicle.reading (
    item_id uuid not null references vehicle.statement,
    place   integer not null,
    owner   uuid not null,
    read_on date not null,
    km      bigint not null,
    source  text not null,
    primary key (item_id, place),
    constraint reading_is_a_distance check (km between 0 and 2000000),
    constraint reading_source_is_known check (source in ('SELLER', 'INSPECTION', 'SERVICE_RECORD'))
);
