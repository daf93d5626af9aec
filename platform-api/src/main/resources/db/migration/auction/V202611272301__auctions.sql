-- English auctions of lots: what was published, who may bid, every bid in its order. Organisations, accounts and lots are
-- other modules'; here they are ids. Prices are fen per tonne or per piece; hidden amounts are encrypted.
create schema auction;

create table auction.auction (
    id                    uuid primary key,
    code                  text not null unique,
    lot_id                uuid not null,
    seller                uuid not null,
    title                 text not null,
    material              text not null,
    area                  text not null,
    amount                bigint not null,
    per_price_unit        bigint not null,
    start_fen             bigint not null,
    tick_fen              bigint not null,
    ladder                text not null,
    window_seconds        integer not null,
    extensions_max        integer,
    deposit_fen           bigint not null,
    reserve_commitment    text,
    reserve_cipher        bytea,
    inspection_from       timestamptz not null,
    opens_at              timestamptz not null,
    planned_end           timestamptz not null,
    state                 text not null,
    cause                 text not null,
    since                 timestamptz not null,
    deadline              timestamptz,
    ends_at               timestamptz not null,
    extensions            integer not null default 0,
    bids                  integer not null default 0,
    leader                integer,
    price_fen             bigint,
    leader_ceiling_cipher bytea,
    leader_own_step_fen   bigint,
    award_place           text,
    award_paddle          integer,
    award_price_fen       bigint,
    buyer_confirmed_at    timestamptz,
    drafted_by            uuid not null,
    version               bigint not null default 1,
    constraint auction_state_is_known check (state in (
        'DRAFT', 'PUBLISHED', 'INSPECTION', 'OPEN', 'EXTENDED', 'CLOSED_PENDING_RESERVE', 'AWARDED', 'CONTRACTED', 'FAILED',
        'CANCELLED')),
    constraint auction_hours_follow_each_other check (inspection_from <= opens_at and opens_at < planned_end),
    constraint late_bids_move_the_end_later check (planned_end <= ends_at),
    constraint auction_prices_are_on_the_tick check (tick_fen > 0 and start_fen > 0 and start_fen % tick_fen = 0),
    constraint a_reserve_is_committed_to check ((reserve_commitment is null) = (reserve_cipher is null)),
    constraint a_leader_has_a_price check (
        num_nonnulls(leader, price_fen, leader_ceiling_cipher) = case when bids = 0 then 0 else 3 end),
    constraint an_award_is_whole check (num_nonnulls(award_place, award_paddle, award_price_fen) in (0, 3)),
    constraint who_waits_has_a_timer check ((state in ('CONTRACTED', 'FAILED', 'CANCELLED')) = (deadline is null))
);

create index auction_due on auction.auction (deadline) where deadline is not null;
create index auction_newest on auction.auction (opens_at desc, id desc) where state not in ('DRAFT', 'CANCELLED');
create index auction_of_seller on auction.auction (seller, opens_at desc, id desc);
create index auction_of_lot on auction.auction (lot_id);

create table auction.step (
    auction_id uuid not null references auction.auction,
    number     integer not null,
    state      text not null,
    cause      text not null,
    at         timestamptz not null,
    primary key (auction_id, number)
);

create table auction.deposit (
    id           uuid primary key,
    auction_id   uuid not null references auction.auction,
    paddle       integer not null,
    bidder       uuid not null,
    state        text not null,
    amount_fen   bigint not null,
    paid_by      uuid not null,
    requested_at timestamptz not null,
    changed_at   timestamptz not null,
    unique (auction_id, paddle),
    unique (auction_id, bidder),
    constraint deposit_state_is_known check (
        state in ('NONE', 'HELD', 'CONVERTED', 'RELEASED', 'FORFEITED', 'REFUNDED'))
);

-- One sequence for each auction, without gaps: a number is taken under the lock of the auction's row.
create table auction.bid (
    auction_id     uuid not null references auction.auction,
    sequence       integer not null,
    paddle         integer not null,
    kind           text not null,
    amount_fen     bigint not null,
    ceiling_cipher bytea not null,
    own_step_fen   bigint,
    at             timestamptz not null,
    price_fen      bigint not null,
    leader         integer not null,
    ends_at        timestamptz not null,
    placed_by      uuid not null,
    primary key (auction_id, sequence),
    foreign key (auction_id, paddle) references auction.deposit (auction_id, paddle),
    constraint bid_kind_is_known check (kind in ('BID', 'RAISE')),
    constraint bids_are_counted_from_one check (sequence > 0)
);
