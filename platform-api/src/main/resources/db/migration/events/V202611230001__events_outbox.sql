-- Events commit with the change they tell of; a delivery row lives until its reaction has taken effect.
create schema events;

create table events.outbox (
    event_id     uuid primary key,
    type         text not null,
    aggregate_id uuid not null,
    payload      jsonb not null,
    occurred_at  timestamptz not null
);

create index outbox_by_aggregate on events.outbox (aggregate_id, event_id);

create table events.delivery (
    delivery_id     bigint generated always as identity primary key,
    event_id        uuid not null references events.outbox,
    handler         text not null,
    attempts        integer not null default 0,
    next_attempt_at timestamptz not null default '-infinity',
    last_error      text,
    constraint delivery_is_unique_per_handler unique (event_id, handler)
);

create index delivery_due on events.delivery (next_attempt_at, delivery_id);

-- Deliveries come and go by the thousand; without this, dead rows would slow the claim.
alter table events.delivery set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500);
