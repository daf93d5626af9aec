-- The newest auctions, and those of a person, as observers look for them.
create index step_published on auction.step (at desc) where cause = 'SELLER_PUBLISHED';
create index auction_drafted_by on auction.auction (drafted_by);
create index deposit_paid_by on auction.deposit (paid_by);
