-- What each person's open pages must hear. A sequence is given under the row lock of the person's position, so it commits in its
-- order: whoever has read up to one has missed none before it.
create table messaging.live_position (
    account       uuid primary key,
    last_sequence bigint not null
);

create table messaging.live_event (
    account  uuid not null,
    sequence bigint not null,
    kind     text not null,
    detail   jsonb not null,
    at       timestamptz not null,
    primary key (account, sequence)
);

create index live_event_by_age on messaging.live_event (at);
