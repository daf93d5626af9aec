-- What people keep an eye on. All of it is private and keyed by the account, so that it can be handed out and erased.
create schema interest;

-- 收藏. What the saver knows of the listing decides what is news to them: a price below the known one, a version after the known one.
create table interest.saved_item (
    account           uuid not null,
    listing_id        uuid not null,
    seller            uuid not null,
    category_code     text not null,
    price_then_fen    bigint not null,
    known_price_fen   bigint not null,
    known_version     bigint not null,
    available_told_at timestamptz,
    saved_at          timestamptz not null,
    primary key (account, listing_id),
    constraint nobody_saves_their_own check (account <> seller)
);

create index saved_item_newest on interest.saved_item (account, saved_at desc, listing_id desc);
create index saved_item_savers on interest.saved_item (listing_id, account);

-- 看过: the last of each person's.
create table interest.seen_item (
    account       uuid not null,
    listing_id    uuid not null,
    category_code text not null,
    seen_at       timestamptz not null,
    primary key (account, listing_id)
);

create index seen_item_newest on interest.seen_item (account, seen_at desc, listing_id desc);

-- Which kinds of goods somebody bought, for the home feed.
create table interest.purchase (
    account       uuid not null,
    order_id      uuid not null,
    category_code text not null,
    bought_at     timestamptz not null,
    primary key (account, order_id)
);

-- The district that somebody chose to see goods of first.
create table interest.home_district (
    account       uuid primary key,
    district_code text not null
);
