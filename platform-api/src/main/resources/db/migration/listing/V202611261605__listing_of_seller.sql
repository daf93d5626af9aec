-- A seller's page shows what they offer, newest first.
create index listing_offered_by on listing.listing (seller, published_at desc, id desc) where state = 'PUBLISHED';
