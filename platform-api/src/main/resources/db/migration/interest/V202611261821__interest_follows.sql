-- 关注.
create table interest.follow (
    account uuid not null,
    seller  uuid not null,
    since   timestamptz not null,
    primary key (account, seller),
    constraint nobody_follows_themselves check (account <> seller)
);

create index follow_followers on interest.follow (seller, account);

-- Listings whose first publication followers were told of: what is taken back and put out again is no news.
create table interest.told_listing (
    listing_id uuid primary key
);
