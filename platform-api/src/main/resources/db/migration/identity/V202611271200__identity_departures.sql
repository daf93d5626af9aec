-- People leave. Of an account that was erased an id is left, so that what others keep of their trades still holds together; an
-- account that is leaving ends what runs and begins nothing.
alter table identity.account
    alter column contact_cipher drop not null,
    alter column contact_index drop not null,
    add column leaving_since   timestamptz,
    add column erased_at       timestamptz,
    add constraint only_the_erased_cannot_be_reached check (
        num_nulls(contact_cipher, contact_index) = case when erased_at is null then 0 else 2 end),
    add constraint the_erased_are_nobody check (
        erased_at is null or id_number_index is null and password_hash = '');
