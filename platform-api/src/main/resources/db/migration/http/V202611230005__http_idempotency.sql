-- A repeated request gets the first answer again; kept here and not in Redis, because forgetting would mean doing it twice.
create schema http;

create table http.idempotency (
    owner        text not null,
    key          text not null,
    request_hash text not null,
    status       integer,
    content_type text,
    body         bytea,
    started_at   timestamptz not null default now(),
    primary key (owner, key)
);

create index idempotency_by_age on http.idempotency (started_at);
