-- Things of one seller that were bought together. Each is a purchase of its own; the bundle says what they have in common.
create table orders.bundle (
    id        uuid primary key,
    code      text not null unique,
    percent   integer not null,
    placed_at timestamptz not null,
    constraint bundle_discount_is_a_part check (percent between 0 and 50)
);

alter table orders.purchase
    add column bundle_id       uuid references orders.bundle,
    add column bundle_position integer,
    add column bundle_size     integer,
    add column discount_fen    bigint not null default 0,
    add constraint purchase_is_wholly_in_a_bundle check (num_nulls(bundle_id, bundle_position, bundle_size) in (0, 3)),
    add constraint purchase_is_one_of_the_bundle check (bundle_position between 0 and bundle_size - 1 and bundle_size between 2 and 10),
    add constraint purchase_is_reduced_in_a_bundle check (discount_fen >= 0 and (discount_fen = 0 or bundle_id is not null));

create unique index purchase_of_bundle on orders.purchase (bundle_id, bundle_position) where bundle_id is not null;

-- What a seller takes off for who buys several things at once; without a row, nothing.
create table orders.bundle_discount (
    seller     uuid primary key,
    from_two   integer not null,
    from_three integer not null,
    from_five  integer not null,
    changed_at timestamptz not null,
    constraint more_things_never_get_less check (0 <= from_two and from_two <= from_three and from_three <= from_five),
    constraint discount_is_a_part check (from_five between 1 and 50)
);
