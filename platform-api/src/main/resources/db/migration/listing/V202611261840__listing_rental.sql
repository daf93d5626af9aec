-- A thing can be lent as well as sold. A promise now has days: a sale holds them all, a rental some with a buffer after them, and
-- one exclusion constraint over both keeps any two promises of a thing apart.
create extension if not exists btree_gist;

alter table listing.listing
    add column for_sale boolean not null default true,
    add column rental   jsonb;

alter table listing.listing
    add constraint listing_out_of_draft_can_be_had check (state = 'DRAFT' or for_sale or rental is not null);

alter table listing.hold
    add column days        daterange not null default daterange(null, null),
    add column buffer_days integer not null default 0,
    add column returned    boolean not null default false;

drop index listing.an_item_is_promised_once;

alter table listing.hold
    add constraint an_item_is_promised_once exclude using gist (item_id with =, days with &&) where (released_at is null);
