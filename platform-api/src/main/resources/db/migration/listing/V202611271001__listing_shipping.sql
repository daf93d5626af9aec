-- On what terms a thing can be sent to its buyer; null where it is only handed over in person.
alter table listing.listing
    add column shipping jsonb;
