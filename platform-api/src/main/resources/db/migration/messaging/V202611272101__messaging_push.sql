-- The browsers that people want to be told on (web push), one a session, and for which kinds of news.
create table messaging.push_subscription (
    id             uuid primary key,
    account        uuid not null,
    session        text not null,
    address_cipher bytea not null,
    endpoint_index bytea not null,
    service        text not null,
    language       text not null,
    at             timestamptz not null,
    constraint an_endpoint_belongs_to_one_session unique (endpoint_index)
);

create index push_subscriptions_of_an_account on messaging.push_subscription (account);

-- Null for who chose before there was push: told as usual.
alter table messaging.notification_choice add column push boolean;
