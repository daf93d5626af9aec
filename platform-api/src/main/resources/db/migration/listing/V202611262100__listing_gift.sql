-- A thing can be given away. It has no price then, which is a price of nothing, and is neither sold nor lent meanwhile.
alter table listing.listing
    add column gift jsonb;

alter table listing.listing
    drop constraint listing_price_is_positive,
    drop constraint listing_out_of_draft_can_be_had;

alter table listing.listing
    add constraint listing_price_is_positive_unless_given check (
        price_fen > 0 and gift is null or price_fen = 0 and gift is not null),
    add constraint listing_given_is_not_sold check (gift is null or not for_sale and rental is null),
    add constraint listing_out_of_draft_can_be_had check (
        state = 'DRAFT' or for_sale or rental is not null or gift is not null);
