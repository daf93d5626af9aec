-- Who trades: organisations, those who act for them, what they are licensed for, and who controls whom. Accounts, documents
-- and materials are other modules'; here they are ids and codes.
create schema organisation;

create table organisation.organisation (
    id                   uuid primary key,
    name                 text not null,
    credit_code          text not null,
    kind                 text not null,
    state                text not null,
    district_code        text,
    place                text not null,
    contact_name_cipher  bytea not null,
    contact_phone_cipher bytea not null,
    founded_by           uuid not null,
    founded_at           timestamptz not null,
    activated_at         timestamptz,
    closed_by            uuid,
    closed_at            timestamptz,
    closed_reason        text,
    version              bigint not null default 1,
    constraint organisation_kind_is_known check (kind in ('RECYCLER', 'DEALER', 'PROCESSOR', 'GENERATOR', 'CARRIER')),
    constraint organisation_state_is_known check (state in ('PENDING', 'ACTIVE', 'CLOSED')),
    constraint a_credit_code_has_eighteen_characters check (length(credit_code) = 18),
    constraint who_is_active_was_activated check (state <> 'ACTIVE' or activated_at is not null),
    constraint a_closing_is_whole check (num_nonnulls(closed_by, closed_at, closed_reason) = case state when 'CLOSED' then 3 else 0 end)
);

create unique index a_credit_code_is_registered_once on organisation.organisation (credit_code) where state <> 'CLOSED';

create table organisation.member (
    organisation_id uuid not null references organisation.organisation,
    person          uuid not null,
    roles           text[] not null,
    since           timestamptz not null,
    until           timestamptz,
    primary key (organisation_id, person, since),
    constraint member_roles_are_known check (
        roles <@ array['OWNER', 'TRADER', 'WEIGHER', 'FINANCE'] and cardinality(roles) > 0),
    constraint a_membership_ends_after_it_began check (until >= since)
);

create unique index a_person_is_a_member_once on organisation.member (organisation_id, person) where until is null;
create index membership_of_person on organisation.member (person) where until is null;

create table organisation.invitation (
    id              uuid primary key,
    organisation_id uuid not null references organisation.organisation,
    code_sha256     text not null unique,
    label           text not null,
    roles           text[] not null,
    invitee         uuid,
    invited_by      uuid not null,
    invited_at      timestamptz not null,
    expires_at      timestamptz not null,
    state           text not null,
    accepted_by     uuid,
    constraint invitation_state_is_known check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    constraint invitation_roles_are_known check (
        roles <@ array['OWNER', 'TRADER', 'WEIGHER', 'FINANCE'] and cardinality(roles) > 0),
    constraint who_accepted_is_named check ((accepted_by is not null) = (state = 'ACCEPTED'))
);

create index invitation_of_organisation on organisation.invitation (organisation_id) where state = 'OPEN';
create index invitation_of_person on organisation.invitation (invitee) where state = 'OPEN';

create table organisation.licence (
    id              uuid primary key,
    organisation_id uuid not null references organisation.organisation,
    kind            text not null,
    number          text not null,
    office          text not null,
    materials       text[] not null,
    areas           text[] not null,
    valid_from      date not null,
    valid_to        date,
    document_id     uuid not null,
    document_sha256 text not null,
    state           text not null,
    submitted_by    uuid not null,
    submitted_at    timestamptz not null,
    decided_by      uuid,
    decided_at      timestamptz,
    refusal         text,
    warned_days     integer,
    constraint licence_kind_is_known check (kind in (
        'BUSINESS_LICENCE', 'COMMERCE_FILING', 'POLICE_FILING', 'HAZWASTE', 'HAZARDOUS_TRANSPORT', 'ELV', 'WEEE', 'BATTERY',
        'USED_CAR')),
    constraint licence_state_is_known check (state in ('IN_REVIEW', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    constraint licence_has_a_term check (valid_to >= valid_from),
    constraint a_licence_holds_somewhere check (
        kind = 'BUSINESS_LICENCE' or cardinality(materials) > 0 and cardinality(areas) > 0),
    constraint a_decision_is_whole check (
        num_nonnulls(decided_by, decided_at) = case when state in ('APPROVED', 'REFUSED') then 2 else 0 end),
    constraint a_refusal_has_a_reason check ((refusal is not null) = (state = 'REFUSED'))
);

comment on column organisation.licence.warned_days is
    'How many days before its end the owners were told last, 0 for that it has ended; null where nobody was told yet.';

create index licence_of_organisation on organisation.licence (organisation_id);
create index licence_to_decide on organisation.licence (submitted_at, id) where state = 'IN_REVIEW';
create index licence_that_ends on organisation.licence (valid_to) where state = 'APPROVED' and warned_days is distinct from 0;

create table organisation.control_link (
    id            uuid primary key,
    controller_id uuid not null references organisation.organisation,
    controlled_id uuid not null references organisation.organisation,
    share_bp      integer not null,
    source        text not null,
    valid_from    date not null,
    valid_to      date,
    state         text not null,
    declared_by   uuid not null,
    declared_at   timestamptz not null,
    decided_by    uuid,
    decided_at    timestamptz,
    constraint nobody_controls_itself check (controller_id <> controlled_id),
    constraint a_share_is_a_part check (share_bp between 1 and 10000),
    constraint control_state_is_known check (state in ('DECLARED', 'CONFIRMED', 'REFUSED')),
    constraint control_has_a_term check (valid_to >= valid_from),
    constraint a_control_decision_is_whole check (num_nonnulls(decided_by, decided_at) = case state when 'DECLARED' then 0 else 2 end)
);

create index control_of_controller on organisation.control_link (controller_id);
create index control_of_controlled on organisation.control_link (controlled_id);
create index control_to_decide on organisation.control_link (declared_at, id) where state = 'DECLARED';
