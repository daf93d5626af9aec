-- Points, what they agreed on with consignors, what stands on their shelves, and what is in their drawers.
create schema consignment;

create table consignment.point (
    id            uuid primary key,
    code          text not null unique,
    account       uuid not null unique,
    name          text not null,
    address       text not null,
    district_code text not null,
    lat           double precision not null,
    lon           double precision not null,
    hours         text not null,
    capacity      integer not null,
    version       bigint not null,
    opened_at     timestamptz not null,
    constraint point_has_room check (capacity > 0)
);

create table consignment.operator (
    point_id uuid not null references consignment.point,
    account  uuid not null,
    since    timestamptz not null,
    until    timestamptz,
    primary key (point_id, account, since)
);

create unique index an_operator_works_at_one_point on consignment.operator (account) where until is null;

-- A new version changes nothing that was agreed on under an older one.
create table consignment.scheme (
    point_id        uuid not null references consignment.point,
    version         integer not null,
    effective_from  timestamptz not null,
    usual_per_mille integer not null,
    per_mille_of    jsonb not null,
    decided_by      uuid not null,
    decided_at      timestamptz not null,
    primary key (point_id, version),
    constraint scheme_rate_is_fair check (usual_per_mille between 50 and 600)
);

create table consignment.agreement (
    id             uuid primary key,
    code           text not null unique,
    point_id       uuid not null references consignment.point,
    scheme_version integer not null,
    consignor      uuid,
    name_cipher    bytea,
    markdowns      jsonb not null,
    end_choice     text not null,
    taken_in_by    uuid not null,
    signed_at      timestamptz not null,
    term_ends_at   timestamptz not null,
    foreign key (point_id, scheme_version) references consignment.scheme,
    constraint agreement_has_one_consignor check (num_nonnulls(consignor, name_cipher) = 1),
    constraint agreement_end_is_known check (end_choice in ('RETURN', 'DONATE', 'RECYCLE')),
    constraint agreement_has_a_term check (term_ends_at > signed_at)
);

create index agreement_of_point on consignment.agreement (point_id, signed_at desc, id desc);
create index agreement_of_consignor on consignment.agreement (consignor, signed_at desc, id desc) where consignor is not null;

create table consignment.item (
    id             uuid primary key,
    code           text not null unique,
    agreement_id   uuid not null references consignment.agreement,
    point_id       uuid not null references consignment.point,
    listing_id     uuid not null unique,
    title          text not null,
    category_code  text not null,
    condition_code text not null,
    appraised_fen  bigint not null,
    minimum_fen    bigint not null,
    per_mille      integer not null,
    shelf          text not null,
    state          text not null default 'ON_SALE',
    sold_way       text,
    sold_fen       bigint,
    commission_fen bigint,
    settlement_id  uuid,
    taken_in_at    timestamptz not null,
    ended_at       timestamptz,
    constraint item_prices_are_in_order check (0 < minimum_fen and minimum_fen <= appraised_fen),
    constraint item_rate_is_fair check (per_mille between 50 and 600),
    constraint item_state_is_known check (state in ('ON_SALE', 'SOLD', 'EXPIRED', 'RETURNED', 'DONATED', 'RECYCLED')),
    constraint item_end_is_dated check ((state = 'ON_SALE') = (ended_at is null)),
    constraint item_sale_is_whole check (
        num_nonnulls(sold_way, sold_fen, commission_fen) = case state when 'SOLD' then 3 else 0 end),
    constraint item_commission_is_part_of_the_price check (commission_fen between 0 and sold_fen),
    constraint item_sold_way_is_known check (sold_way in ('COUNTER', 'ONLINE')),
    constraint item_is_settled_after_its_sale check (settlement_id is null or state = 'SOLD')
);

create index item_of_agreement on consignment.item (agreement_id, id);
create index item_of_point on consignment.item (point_id, taken_in_at desc, id desc);
create index item_here on consignment.item (point_id) where state in ('ON_SALE', 'EXPIRED');

create table consignment.timer (
    item_id     uuid not null references consignment.item,
    number      integer not null,
    kind        text not null,
    due_at      timestamptz not null,
    percent_off integer,
    done_at     timestamptz,
    primary key (item_id, number),
    constraint timer_kind_is_known check (kind in ('ANNOUNCE_MARKDOWN', 'MARKDOWN', 'ANNOUNCE_END', 'END', 'REMIND')),
    constraint timer_percent_is_a_markdowns check ((kind = 'MARKDOWN') = (percent_off is not null))
);

create index timer_due on consignment.timer (due_at) where done_at is null;

-- What should be in the drawer cannot be less than nothing.
create table consignment.shift (
    id           uuid primary key,
    point_id     uuid not null references consignment.point,
    opened_by    uuid not null,
    opened_at    timestamptz not null,
    opening_fen  bigint not null,
    expected_fen bigint not null,
    closed_by    uuid,
    closed_at    timestamptz,
    counted_fen  bigint,
    note         text,
    constraint shift_drawer_is_not_negative check (opening_fen >= 0 and expected_fen >= 0 and counted_fen >= 0),
    constraint shift_closing_is_whole check (num_nonnulls(closed_by, closed_at, counted_fen, note) in (0, 4))
);

create unique index a_drawer_has_one_open_shift on consignment.shift (point_id) where closed_at is null;
create index shift_of_point on consignment.shift (point_id, opened_at desc, id desc);

create table consignment.drawer_movement (
    id       uuid primary key,
    shift_id uuid not null references consignment.shift,
    kind     text not null,
    fen      bigint not null,
    said     text not null,
    by       uuid not null,
    at       timestamptz not null,
    constraint movement_moves_something check (fen <> 0),
    constraint movement_kind_is_known check (kind in ('SALE', 'PAYOUT', 'PUT_IN', 'TAKE_OUT'))
);

create index movement_of_shift on consignment.drawer_movement (shift_id, at, id);

create table consignment.counter_sale (
    id            uuid primary key,
    code          text not null unique,
    point_id      uuid not null references consignment.point,
    shift_id      uuid not null references consignment.shift,
    item_id       uuid not null unique references consignment.item,
    price_fen     bigint not null,
    received_fen  bigint not null,
    snapshot_hash text not null,
    sold_by       uuid not null,
    sold_at       timestamptz not null,
    constraint sale_is_paid check (price_fen > 0 and received_fen >= price_fen)
);

-- Statements say what was paid and never say anything else.
create table consignment.settlement (
    id           uuid primary key,
    number       text not null unique,
    agreement_id uuid not null references consignment.agreement,
    point_id     uuid not null references consignment.point,
    way          text not null,
    lines        jsonb not null,
    amount_fen   bigint not null,
    paid_by      uuid not null,
    paid_at      timestamptz not null,
    constraint settlement_pays_something check (amount_fen > 0),
    constraint settlement_way_is_known check (way in ('CASH', 'BALANCE'))
);

create index settlement_of_agreement on consignment.settlement (agreement_id, paid_at desc);

alter table consignment.item add foreign key (settlement_id) references consignment.settlement;

create function consignment.never_changes() returns trigger language plpgsql as $$
begin
    raise exception 'a statement never changes' using errcode = 'restrict_violation';
end $$;

create trigger statements_never_change before update or delete on consignment.settlement
    for each row execute function consignment.never_changes();
