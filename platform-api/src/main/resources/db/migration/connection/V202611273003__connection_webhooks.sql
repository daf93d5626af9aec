-- What an organisation has told to its own systems. A message is one piece of news for one organisation, a delivery its way to one
-- endpoint, an attempt one call. Secrets stand encrypted: unlike those of clients they have to be read, to sign with.
create table connection.webhook_endpoint (
    id              uuid primary key,
    organisation_id uuid not null,
    url             text not null,
    event_types     text[] not null,
    state           text not null,
    failing_since   timestamptz,
    made_by         uuid not null,
    made_at         timestamptz not null,
    removed_at      timestamptz,
    version         bigint not null default 1,
    constraint endpoint_state_is_known check (state in ('ACTIVE', 'PAUSED', 'FAILED')),
    constraint an_endpoint_hears_of_something check (cardinality(event_types) > 0)
);

create index webhook_endpoint_of_organisation on connection.webhook_endpoint (organisation_id) where removed_at is null;

create table connection.webhook_secret (
    id            uuid primary key,
    endpoint      uuid not null references connection.webhook_endpoint,
    secret_cipher bytea not null,
    made_at       timestamptz not null,
    ends_at       timestamptz
);

create index webhook_secret_of_endpoint on connection.webhook_secret (endpoint, made_at);

create table connection.webhook_message (
    id              uuid primary key,
    organisation_id uuid not null,
    type            text not null,
    happened_at     timestamptz not null,
    made_at         timestamptz not null,
    body            text not null
);

create index webhook_message_of_organisation on connection.webhook_message (organisation_id, happened_at);
create index webhook_message_old on connection.webhook_message (made_at);

create table connection.webhook_delivery (
    id       uuid primary key,
    endpoint uuid not null references connection.webhook_endpoint,
    message  uuid not null references connection.webhook_message on delete cascade,
    state    text not null,
    attempts integer not null default 0,
    next_at  timestamptz not null,
    made_at  timestamptz not null,
    constraint a_message_goes_once_to_an_endpoint unique (endpoint, message),
    constraint delivery_state_is_known check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    constraint attempts_are_counted check (attempts >= 0)
);

create index webhook_delivery_due on connection.webhook_delivery (next_at) where state = 'WAITING';
create index webhook_delivery_of_endpoint on connection.webhook_delivery (endpoint, made_at desc, id desc);
create index webhook_delivery_of_message on connection.webhook_delivery (message);

create table connection.webhook_attempt (
    id          uuid primary key,
    delivery    uuid not null references connection.webhook_delivery on delete cascade,
    at          timestamptz not null,
    duration_ms bigint not null,
    status      integer,
    failure     text,
    answer      text not null,
    constraint an_attempt_ends_with_a_status_or_a_failure check ((status is null) <> (failure is null))
);

create index webhook_attempt_of_delivery on connection.webhook_attempt (delivery, at);
