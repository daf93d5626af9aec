-- Prices of scrap: what settled deals say of them, and what was published of it.
create schema statistics;

-- One of each deal with a final statement. The log has commitments to it under its secret.
create table statistics.observation (
    deal            uuid primary key,
    week            date not null,
    material        text not null,
    parent          text not null,
    area            text not null,
    grams           bigint not null,
    fen_per_tonne   bigint not null,
    seller_group    uuid not null,
    buyer_group     uuid not null,
    same_controller boolean not null,
    between_traders boolean not null,
    as_specified    boolean not null,
    least_grams     bigint not null,
    secret          bytea not null,
    observed_at     timestamptz not null,
    paid_at         timestamptz,
    committed_in    text,
    shown_in        text,
    shown_as        text,
    constraint observation_week_begins_on_monday check (extract(isodow from week) = 1),
    constraint observation_is_a_price check (grams > 0 and fen_per_tonne > 0 and least_grams >= 0),
    constraint observation_secret_is_long check (octet_length(secret) = 32),
    constraint observation_vintages_are_known check (committed_in in ('P', 'R1', 'F') and shown_in in ('P', 'R1', 'F')),
    constraint observation_is_shown_as_something check ((shown_in is null) = (shown_as is null)),
    constraint observation_level_is_known check (shown_as in ('AREA', 'CITY', 'PARENT')),
    constraint observation_is_committed_before_it_is_shown check (shown_in is null or committed_in is not null)
);

create index observation_of_week on statistics.observation (week);

-- The log has what a vintage of a week is made of; its figures follow once a checkpoint covers that.
create table statistics.closing (
    week      date not null,
    vintage   text not null,
    closed_at timestamptz not null,
    primary key (week, vintage),
    constraint closing_vintage_is_known check (vintage in ('P', 'R1', 'F'))
);

create table statistics.publication (
    week         date not null,
    vintage      text not null,
    size         bigint not null,
    sha256       text not null,
    bytes        bytea not null,
    published_at timestamptz not null,
    primary key (week, vintage),
    foreign key (week, vintage) references statistics.closing
);

-- Its rows: valid for the week, known since published_at.
create table statistics.price (
    week                   date not null,
    vintage                text not null,
    level                  text not null,
    material               text not null,
    area                   text not null,
    trades                 integer not null,
    outliers               integer not null,
    sellers                text not null,
    buyers                 text not null,
    tonnes                 text not null,
    vwap_fen               bigint not null,
    median_fen             bigint not null,
    p10_fen                bigint not null,
    p90_fen                bigint not null,
    low_fen                bigint not null,
    high_fen               bigint not null,
    effective_groups_milli bigint not null,
    holds_caps             boolean not null,
    published_at           timestamptz not null,
    primary key (material, week, level, area, vintage),
    foreign key (week, vintage) references statistics.publication
);

-- Not even by hand: what was published once stays to be asked for.
create function statistics.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'what was published is only ever added to';
end
$$;

create trigger closing_stays before update or delete on statistics.closing
    for each row execute function statistics.refuse_change();
create trigger publication_stays before update or delete on statistics.publication
    for each row execute function statistics.refuse_change();
create trigger price_stays before update or delete on statistics.price
    for each row execute function statistics.refuse_change();
