-- Machines act for organisations in roles as people do, but are told nothing, and people who run members do not see them among them.
alter table organisation.member
    add column is_machine boolean not null default false,
    add constraint no_machine_owns_an_organisation check (not is_machine or not 'OWNER' = any(roles));
