-- Addresses and shipments. Who receives or sends is personal data: every field stands encrypted, but for the province, which prices.
create schema shipping;

create table shipping.address (
    id            uuid primary key,
    owner         uuid not null,
    name_cipher   bytea not null,
    phone_cipher  bytea not null,
    province      text not null,
    city_cipher   bytea not null,
    street_cipher bytea not null,
    is_default    boolean not null,
    version       bigint not null default 1,
    created_at    timestamptz not null
);

create index address_of_owner on shipping.address (owner, created_at);
create unique index one_default_address on shipping.address (owner) where is_default;

-- One for an order, whatever is asked how often. The addresses are copies: what was promised stays, and is forgotten in time.
create table shipping.shipment (
    id                 uuid primary key,
    order_id           uuid not null unique,
    weight_grams       integer not null,
    to_name_cipher     bytea,
    to_phone_cipher    bytea,
    to_province        text not null,
    to_city_cipher     bytea,
    to_street_cipher   bytea,
    from_name_cipher   bytea,
    from_phone_cipher  bytea,
    from_province      text,
    from_city_cipher   bytea,
    from_street_cipher bytea,
    state              text not null,
    void_wanted        boolean not null default false,
    waybill            text unique,
    sorting_code       text,
    is_damaged         boolean not null default false,
    created_at         timestamptz not null,
    next_look_at       timestamptz not null,
    forgotten_at       timestamptz,
    constraint shipment_weighs_something check (weight_grams between 1 and 30000),
    constraint shipment_state_is_known check (state in
        ('PREPARED', 'BOOKING', 'BOOKED', 'IN_TRANSIT', 'DELIVERED', 'LOST', 'VOIDED')),
    constraint a_booked_shipment_has_a_waybill check (state not in ('BOOKED', 'IN_TRANSIT', 'DELIVERED') or waybill is not null)
);

create index shipment_to_look_at on shipping.shipment (next_look_at)
    where state in ('BOOKING', 'BOOKED', 'IN_TRANSIT') or (state = 'PREPARED' and void_wanted);
create index shipment_to_forget on shipping.shipment (created_at) where forgotten_at is null;

create table shipping.tracking (
    shipment_id uuid not null references shipping.shipment,
    number      integer not null,
    kind        text not null,
    place       text not null,
    at          timestamptz not null,
    primary key (shipment_id, number)
);

-- What the carrier sent; the key makes a repetition harmless.
create table shipping.webhook_inbox (
    carrier_event_id text primary key,
    reference        text not null,
    received_at      timestamptz not null
);
