-- Who may certify what, and what was certified. Listings, points and photos are other modules'; here they are ids.
create schema appraisal;

create table appraisal.licence (
    account     uuid not null,
    number      text not null,
    categories  text[] not null,
    valid_from  date not null,
    valid_until date not null,
    entered_by  uuid not null,
    entered_at  timestamptz not null,
    primary key (account, entered_at),
    constraint licence_has_a_term check (valid_until >= valid_from)
);

create table appraisal.appraisal (
    id                 uuid primary key,
    code               text not null unique,
    listing_id         uuid not null,
    seller             uuid not null,
    point_id           uuid not null,
    day                date not null,
    state              text not null,
    booked_at          timestamptz not null,
    appraiser          uuid,
    licence_number     text,
    point_code         text,
    point_name         text,
    category_code      text,
    finding            jsonb,
    number_tail        text,
    content_sha256     text,
    certified_at       timestamptz,
    valid_until        date,
    certificate_sha256 text,
    constraint appraisal_state_is_known check (state in ('BOOKED', 'CERTIFIED', 'CANCELLED')),
    constraint a_certificate_is_whole check (
        num_nonnulls(appraiser, licence_number, point_code, point_name, category_code, finding, content_sha256, certified_at,
                     valid_until, certificate_sha256)
        = case state when 'CERTIFIED' then 10 else 0 end),
    constraint nobody_appraises_their_own_thing check (appraiser <> seller)
);

create unique index a_listing_is_booked_once on appraisal.appraisal (listing_id) where state = 'BOOKED';
create index appraisal_of_listing on appraisal.appraisal (listing_id, certified_at desc) where state = 'CERTIFIED';
create index appraisal_at_point on appraisal.appraisal (point_id, day) where state = 'BOOKED';
