-- A moderator is asked about photos of a listing that is public, and stays so until they decide.
alter table listing.moderation_case
    drop constraint case_kind_is_known,
    add constraint case_kind_is_known check (kind in ('PUBLICATION', 'EDIT', 'PHOTOS'));

create index listing_by_photo on listing.listing using gin (photo_ids);
