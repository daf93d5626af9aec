-- Searches for lots and demands that people want to hear from.
create table matching.saved_search (
    id       uuid primary key,
    account  uuid not null,
    side     text not null,
    name     text not null,
    question jsonb not null,
    saved_at timestamptz not null,
    constraint side_is_known check (side in ('LOT', 'DEMAND'))
);

create index saved_search_of on matching.saved_search (account, saved_at desc);
create index saved_search_for on matching.saved_search (side, id);

-- What these searches have still to be tried on. Whoever takes one has it alone until not_before.
create table matching.offer_to_match (
    side       text not null,
    offer      uuid not null,
    queued_at  timestamptz not null,
    not_before timestamptz not null,
    primary key (side, offer)
);

create index offer_to_match_due on matching.offer_to_match (not_before);

-- A person hears of a lot or a demand once, however many of their searches find it.
create table matching.alert (
    account uuid not null,
    offer   uuid not null,
    told_at timestamptz not null,
    primary key (account, offer)
);

create index alert_age on matching.alert (told_at);
