-- A till sells on while the line is down: what it had in hand before, and what came of its sales afterwards.
create table consignment.lease (
    item_id  uuid primary key references consignment.item,
    id       uuid not null unique,
    point_id uuid not null references consignment.point,
    taken_by uuid not null,
    until    timestamptz not null
);

create index lease_due on consignment.lease (until);

create table consignment.offline_sale (
    id           uuid primary key,
    point_id     uuid not null references consignment.point,
    item_id      uuid not null references consignment.item,
    price_fen    bigint not null,
    received_fen bigint not null,
    sold_by      uuid not null,
    sold_at      timestamptz not null,
    sent_by      uuid not null,
    booked_at    timestamptz not null,
    outcome      text not null default 'NOT_BOOKED',
    order_code   text,
    constraint offline_sale_is_paid check (price_fen > 0 and received_fen >= price_fen),
    constraint offline_sale_outcome_is_known
        check (outcome in ('BOOKED', 'BOOKED_OVER_ORDER', 'BOOKED_AFTER_TERM', 'NOT_BOOKED')),
    constraint offline_sale_names_the_order check ((outcome = 'BOOKED_OVER_ORDER') = (order_code is not null))
);

create index offline_sale_of_point on consignment.offline_sale (point_id, booked_at desc, id desc);

alter table consignment.drawer_movement
    drop constraint movement_kind_is_known,
    add constraint movement_kind_is_known check (kind in ('SALE', 'PAYOUT', 'PUT_IN', 'TAKE_OUT', 'UNMATCHED'));
