-- A listing can offer a counted stock. A unique thing is promised as one; of a stock, a promise names how many pieces it is for, and the
-- listing counts them in the same statement.
alter table listing.listing
    add column stock    integer,
    add column promised integer not null default 0;

update listing.listing set promised = 1 where state = 'RESERVED';

alter table listing.listing
    add constraint no_more_is_promised_than_there_is check (promised between 0 and coalesce(stock, 1)),
    add constraint a_stock_is_some_pieces check (stock between 0 and 999),
    add constraint a_stock_is_only_sold check (
        stock is null or for_sale and rental is null and swap is null and gift is null and not managed),
    add constraint a_stock_is_sold_when_nothing_is_left check (state = 'DRAFT' or (stock = 0) = (state = 'SOLD')),
    add constraint what_is_on_offer_can_be_had check (state <> 'PUBLISHED' or promised < coalesce(stock, 1)),
    add constraint a_unique_thing_is_promised_whole check (stock is not null or promised = 0 or state = 'RESERVED');

alter table listing.hold
    add column pieces integer,
    add constraint pieces_are_promised_for_good check (
        pieces is null or pieces between 1 and 999 and days = daterange(null, null)),
    drop constraint an_item_is_promised_once,
    add constraint an_item_is_promised_once
        exclude using gist (item_id with =, days with &&) where (released_at is null and pieces is null),
    -- So a promise of the whole item and promises of its pieces keep each other out.
    add constraint an_item_is_promised_whole_or_in_pieces
        exclude using gist (item_id with =, ((pieces is null)) with <>) where (released_at is null);
