-- A thing can be open to swaps, beside being sold or lent or instead of it; what its owner would like for it binds nobody.
alter table listing.listing add column swap jsonb;

alter table listing.listing
    drop constraint listing_out_of_draft_can_be_had,
    add constraint listing_out_of_draft_can_be_had check
        (state = 'DRAFT' or for_sale or rental is not null or gift is not null or swap is not null),
    add constraint listing_given_is_not_swapped check (gift is null or swap is null);

create index listing_open_to_swap on listing.listing (published_at desc, id desc)
    where state = 'PUBLISHED' and swap is not null and not managed;
