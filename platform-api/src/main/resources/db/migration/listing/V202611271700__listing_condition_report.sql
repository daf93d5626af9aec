-- What owners answered about the condition of a thing, and which photo shows what; null where they answered nothing.
alter table listing.listing add column report jsonb;
