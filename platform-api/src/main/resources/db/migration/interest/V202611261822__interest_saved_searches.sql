-- 订阅搜索.
create table interest.saved_search (
    id            uuid primary key,
    account       uuid not null,
    name          text not null,
    words         text not null,
    categories    text[] not null,
    districts     text[] not null,
    conditions    text[] not null,
    min_price_fen bigint,
    max_price_fen bigint,
    lat           double precision,
    lon           double precision,
    within_km     double precision,
    alerts        text not null check (alerts in ('INSTANT', 'DAILY', 'OFF')),
    price_drops   boolean not null,
    version       bigint not null,
    saved_at      timestamptz not null
);

create index saved_search_newest on interest.saved_search (account, saved_at desc, id desc);
create index saved_search_awake on interest.saved_search (id) where alerts <> 'OFF';

-- Listings that saved searches have still to be tried on, once the index knows them.
create table interest.listing_to_match (
    listing_id uuid primary key,
    version    bigint not null,
    queued_at  timestamptz not null,
    not_before timestamptz not null
);

create index listing_to_match_due on interest.listing_to_match (not_before);

-- One alert for a person and a listing, however many of their searches find it.
create table interest.search_alert (
    account    uuid not null,
    listing_id uuid not null,
    search_id  uuid not null references interest.saved_search on delete cascade,
    price_fen  bigint not null,
    is_waiting boolean not null,
    matched_at timestamptz not null,
    primary key (account, listing_id)
);

create index search_alert_newest on interest.search_alert (account, matched_at desc, listing_id desc);
create index search_alert_of_search on interest.search_alert (search_id);
create index search_alert_waiting on interest.search_alert (account) where is_waiting;

create index search_alert_by_age on interest.search_alert (matched_at);

create table interest.search_digest (
    account uuid primary key,
    day     date not null
);

-- What a link in a notice turns off, once. Only the hash of what the link says is kept.
create table interest.off_link (
    token_hash bytea primary key,
    account    uuid not null,
    searches   uuid[] not null,
    made_at    timestamptz not null
);

create index off_link_by_age on interest.off_link (made_at);
