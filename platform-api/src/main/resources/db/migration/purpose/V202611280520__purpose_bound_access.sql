-- What officers look at personal data for, and every look. Looks are kept six years at least.
create schema purpose;

create table purpose.declaration (
    id            uuid primary key,
    officer       uuid not null,
    role          text not null,
    kind          text not null,
    case_number   text not null,
    reason_cipher bytea not null,
    untold_until  timestamptz,
    declared_at   timestamptz not null,
    valid_until   timestamptz not null,
    ended_at      timestamptz,
    constraint declaration_role_is_an_officers check (role in ('REGULATOR', 'ADMINISTRATOR')),
    constraint declaration_kind_is_known
        check (kind in ('INVESTIGATION', 'ASSISTANCE', 'COMPLAINT', 'INSPECTION', 'REGISTRATION')),
    constraint a_case_has_a_number check (kind not in ('INVESTIGATION', 'ASSISTANCE') or case_number <> ''),
    constraint only_a_case_forbids_telling check (untold_until is null or kind in ('INVESTIGATION', 'ASSISTANCE')),
    constraint declaration_is_for_hours check (valid_until > declared_at and valid_until <= declared_at + interval '12 hours')
);

create index declaration_of_officer on purpose.declaration (officer, declared_at desc, id desc);

create table purpose.look (
    id          uuid primary key,
    declaration uuid not null references purpose.declaration,
    officer     uuid not null,
    sight       text not null,
    thing       uuid,
    person      uuid,
    at          timestamptz not null,
    constraint look_sight_is_known
        check (sight in ('TRADE_PARTIES', 'CONTACT_SEARCH', 'RING_MEMBERS', 'ORGANISATION_CONTACT'))
);

create index look_newest on purpose.look (at desc, id desc);
create index look_at_person on purpose.look (person, at desc) where person is not null;

create table purpose.review (
    look         uuid primary key references purpose.look,
    reviewer     uuid not null,
    verdict      text not null,
    words_cipher bytea not null,
    at           timestamptz not null,
    constraint review_verdict_is_known check (verdict in ('JUSTIFIED', 'QUESTIONED'))
);

create index review_by on purpose.review (reviewer, at);

create function purpose.never_changes() returns trigger language plpgsql as $$
begin
    raise exception 'looks are append-only' using errcode = 'restrict_violation';
end $$;

create trigger looks_never_change before update or delete on purpose.look
    for each row execute function purpose.never_changes();
create trigger reviews_never_change before update or delete on purpose.review
    for each row execute function purpose.never_changes();
