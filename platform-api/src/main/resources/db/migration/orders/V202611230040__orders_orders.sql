-- Purchases. The snapshot is what was promised; steps are what happened.
create schema orders;

create table orders.purchase (
    id                uuid primary key,
    code              text not null unique,
    process_version   integer not null default 1,
    state             text not null,
    listing_id        uuid not null,
    buyer             uuid not null,
    seller            uuid not null,
    price_fen         bigint not null,
    fee_fen           bigint not null,
    fee_rule          text not null,
    snapshot          jsonb not null,
    pickup_code       text not null,
    code_tries        integer not null default 0,
    code_locked_until timestamptz,
    deadline          timestamptz,
    placed_at         timestamptz not null,
    constraint purchase_is_between_two check (buyer <> seller),
    constraint purchase_price_is_positive check (price_fen > 0),
    constraint purchase_fee_is_part_of_the_price check (fee_fen between 0 and price_fen),
    constraint purchase_state_is_known check (state in
        ('AWAITING_PAYMENT', 'COLLECTING', 'PAID', 'HANDED_OVER', 'COMPLETED', 'EXPIRED', 'CANCELLING', 'CANCELLED'))
);

create index purchase_of_buyer on orders.purchase (buyer, placed_at desc, id desc);
create index purchase_of_seller on orders.purchase (seller, placed_at desc, id desc);
create index purchase_of_listing on orders.purchase (listing_id, placed_at desc);
create index purchase_due on orders.purchase (deadline) where deadline is not null;
create index purchase_newest on orders.purchase (placed_at desc, id desc);

create table orders.step (
    order_id uuid not null references orders.purchase,
    number   integer not null,
    state    text not null,
    cause    text not null,
    at       timestamptz not null,
    primary key (order_id, number)
);
