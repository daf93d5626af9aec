-- What each person is told, how they want to be told, and who was sent the day's digest.
create table messaging.inbox (
    account       uuid primary key,
    last_sequence bigint not null default 0,
    read_up_to    bigint not null default 0
);

create table messaging.notification (
    account    uuid not null,
    sequence   bigint not null,
    kind       text not null,
    subject    uuid not null,
    parameters jsonb not null,
    event_id   uuid not null,
    at         timestamptz not null,
    primary key (account, sequence),
    constraint an_event_is_notified_once unique (account, event_id, kind)
);

create table messaging.notification_choice (
    account uuid not null,
    kind    text not null,
    in_app  boolean not null,
    email   boolean not null,
    sms     boolean not null,
    primary key (account, kind)
);

create table messaging.digest (
    account uuid not null,
    day     date not null,
    primary key (account, day)
);
