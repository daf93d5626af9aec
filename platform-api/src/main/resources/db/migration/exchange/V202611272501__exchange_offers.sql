-- What recyclers have, offer and look for. Quantities are grams, or pieces of what is traded by the piece.
create schema exchange;

create table exchange.stock (
    organisation uuid not null,
    material     text not null,
    measure      text not null,
    on_hand      bigint not null,
    offered      bigint not null,
    primary key (organisation, material),
    constraint stock_measure_is_known check (measure in ('WEIGHT', 'PIECES')),
    constraint no_more_is_offered_than_there_is check (0 <= offered and offered <= on_hand),
    -- A hundred million tonnes: more than the country recycles of anything but steel in a year.
    constraint stock_is_of_this_world check (on_hand <= 100000000000000)
);

create table exchange.stock_movement (
    id           uuid primary key,
    organisation uuid not null,
    material     text not null,
    kind         text not null,
    quantity     bigint not null,
    source       text,
    reference    text not null,
    happened_on  date not null,
    lot_id       uuid,
    holder       uuid,
    entered_by   uuid,
    entered_at   timestamptz not null,
    foreign key (organisation, material) references exchange.stock,
    constraint movement_kind_is_known check (kind in ('RECEIPT', 'CORRECTION', 'SALE')),
    constraint a_movement_moves_something check (quantity <> 0),
    constraint receipts_come_in_and_sales_go_out check (
        kind = 'CORRECTION' or (kind = 'RECEIPT') = (quantity > 0)),
    constraint a_receipt_has_a_source check ((kind = 'RECEIPT') = (source is not null)),
    constraint a_sale_is_of_a_lot check (
        num_nonnulls(lot_id, holder) = case kind when 'SALE' then 2 else 0 end)
);

create index movement_newest on exchange.stock_movement (organisation, entered_at desc, id desc);
-- What an auction or a deal has is sold once.
create unique index sale_by_holder on exchange.stock_movement (holder) where holder is not null;

create table exchange.lot (
    id               uuid primary key,
    code             text not null unique,
    seller           uuid not null,
    offered_by       uuid not null,
    state            text not null,
    material         text not null,
    material_edition integer not null,
    measure          text not null,
    title            text not null,
    quantity         bigint not null,
    remaining        bigint not null,
    area             text not null,
    price_fen        bigint,
    tax              text not null,
    terms            jsonb not null,
    photos           uuid[] not null,
    holder           uuid,
    buyer            uuid,
    version          bigint not null,
    terms_version    bigint not null,
    offered_at       timestamptz not null,
    ends_at          timestamptz not null,
    ended_at         timestamptz,
    constraint lot_state_is_known check (state in ('OFFERED', 'PROMISED', 'HELD', 'SOLD', 'WITHDRAWN', 'EXPIRED')),
    constraint lot_measure_is_known check (measure in ('WEIGHT', 'PIECES')),
    constraint a_lot_is_something check (quantity > 0),
    constraint no_more_is_left_than_was_offered check (remaining between 0 and quantity),
    constraint of_what_is_promised_nothing_is_left check (state <> 'PROMISED' or remaining = 0),
    constraint a_holder_has_the_whole check (state <> 'HELD' or remaining = quantity),
    constraint lot_price_is_positive check (price_fen > 0),
    constraint what_is_held_has_a_holder check (
        case state when 'HELD' then holder is not null when 'SOLD' then true else holder is null end),
    constraint who_bought_the_whole_bought_it_from_its_holder check (
        (buyer is not null) = (state = 'SOLD' and holder is not null)),
    constraint an_ended_lot_says_when check ((state in ('SOLD', 'WITHDRAWN', 'EXPIRED')) = (ended_at is not null)),
    constraint nobody_buys_their_own_lot check (buyer <> seller)
);

create index lot_newest on exchange.lot (offered_at desc, id desc) where state in ('OFFERED', 'PROMISED', 'HELD');
create index lot_by_material on exchange.lot (material, offered_at desc, id desc) where state in ('OFFERED', 'PROMISED', 'HELD');
create index lot_of_seller on exchange.lot (seller, offered_at desc, id desc);
create index lot_ending on exchange.lot (ends_at) where state = 'OFFERED';

-- Parts of a lot that deals have.
create table exchange.lot_part (
    lot_id   uuid not null references exchange.lot,
    holder   uuid primary key,
    quantity bigint not null,
    state    text not null,
    constraint part_state_is_known check (state in ('TAKEN', 'SOLD', 'GIVEN_BACK')),
    constraint a_part_is_something check (quantity > 0)
);

create index part_of_lot on exchange.lot_part (lot_id) where state = 'TAKEN';

create table exchange.demand (
    id         uuid primary key,
    code       text not null unique,
    buyer      uuid not null,
    posted_by  uuid not null,
    state      text not null,
    material   text not null,
    measure    text not null,
    title      text not null,
    quantity   bigint not null,
    area       text not null,
    price_fen  bigint,
    tax        text not null,
    terms      jsonb not null,
    version    bigint not null,
    posted_at  timestamptz not null,
    ends_at    timestamptz not null,
    ended_at   timestamptz,
    constraint demand_state_is_known check (state in ('OPEN', 'MET', 'WITHDRAWN', 'EXPIRED')),
    constraint demand_measure_is_known check (measure in ('WEIGHT', 'PIECES')),
    constraint a_demand_is_for_something check (quantity > 0),
    constraint demand_price_is_positive check (price_fen > 0),
    constraint an_ended_demand_says_when check ((state <> 'OPEN') = (ended_at is not null))
);

create index demand_newest on exchange.demand (posted_at desc, id desc) where state = 'OPEN';
create index demand_by_material on exchange.demand (material, posted_at desc, id desc) where state = 'OPEN';
create index demand_of_buyer on exchange.demand (buyer, posted_at desc, id desc);
create index demand_ending on exchange.demand (ends_at) where state = 'OPEN';
