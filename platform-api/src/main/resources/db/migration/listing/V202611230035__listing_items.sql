-- Things, offers over them, and promises of them. A thing is promised to one person at a time: the partial unique index says so
-- even to code that forgets.
create schema listing;

create table listing.item (
    id         uuid primary key,
    owner      uuid not null,
    created_at timestamptz not null
);

create table listing.listing (
    id             uuid primary key,
    code           text not null unique,
    item_id        uuid not null references listing.item,
    seller         uuid not null,
    state          text not null,
    title          text not null,
    description    text not null,
    category_code  text,
    attributes     jsonb not null,
    condition_code text,
    price_fen      bigint,
    currency       char(3) not null default 'CNY',
    district_code  text,
    lat            double precision,
    lon            double precision,
    photo_ids      uuid[] not null,
    version        bigint not null,
    created_at     timestamptz not null,
    published_at   timestamptz,
    updated_at     timestamptz not null,
    constraint listing_state_is_known check (state in ('DRAFT', 'PUBLISHED', 'RESERVED', 'SOLD', 'WITHDRAWN')),
    constraint listing_price_is_positive check (price_fen > 0),
    constraint listing_out_of_draft_is_whole check (
        state = 'DRAFT'
        or num_nulls(category_code, condition_code, price_fen, district_code, lat, lon, published_at) = 0)
);

create index listing_of_seller on listing.listing (seller, updated_at desc, id desc);
create index listing_published on listing.listing (id) where state = 'PUBLISHED';
create index listing_newest on listing.listing (published_at desc) where state = 'PUBLISHED';

-- What each version said, for disputes and for the index to be checked against.
create table listing.revision (
    listing_id uuid not null references listing.listing on delete cascade,
    version    bigint not null,
    offer      jsonb not null,
    changed_at timestamptz not null,
    primary key (listing_id, version)
);

create table listing.hold (
    holder      uuid not null,
    item_id     uuid not null references listing.item,
    listing_id  uuid not null references listing.listing,
    buyer       uuid not null,
    held_at     timestamptz not null,
    released_at timestamptz,
    primary key (holder, listing_id, held_at)
);

create unique index an_item_is_promised_once on listing.hold (item_id) where released_at is null;
create index hold_by_holder on listing.hold (holder, listing_id) where released_at is null;
