-- Accounts of machines: what a program does for an organisation is done by one, so that it stands in every record as a person's
-- would. Nobody is behind it, so it has no contact and no password, and nobody signs in to it.
alter table identity.account
    add column is_machine boolean not null default false,
    drop constraint only_the_erased_cannot_be_reached,
    add constraint only_the_erased_and_machines_cannot_be_reached check (
        num_nulls(contact_cipher, contact_index) = case when erased_at is null and not is_machine then 0 else 2 end),
    add constraint nobody_signs_in_to_a_machine check (not is_machine or password_hash = '');
