-- What two people say about a listing. Sequences are given under the conversation's row lock, so they have no gaps and commit in
-- their order; what is unread is counted from read marks and stored nowhere.
create schema messaging;

create table messaging.conversation (
    id              uuid primary key,
    listing_id      uuid not null,
    listing_title   text not null,
    listing_version bigint not null,
    price_fen       bigint not null,
    buyer           uuid not null,
    seller          uuid not null,
    last_sequence   bigint not null default 0,
    opened_at       timestamptz not null,
    constraint one_conversation_for_each_asker unique (listing_id, buyer),
    constraint conversation_is_between_two check (buyer <> seller)
);

create table messaging.participant (
    conversation_id uuid not null references messaging.conversation,
    account         uuid not null,
    read_up_to      bigint not null default 0,
    last_at         timestamptz,
    remind_at       timestamptz,
    primary key (conversation_id, account)
);

create index participant_newest on messaging.participant (account, last_at desc, conversation_id desc) where last_at is not null;
create index participant_by_age on messaging.participant (last_at) where last_at is not null;
create index participant_to_remind on messaging.participant (remind_at) where remind_at is not null;

-- Said by a person, or a card that tells what happened to the listing or an order of the two. Words are encrypted: they name
-- telephone numbers and places.
create table messaging.message (
    conversation_id uuid not null references messaging.conversation,
    sequence        bigint not null,
    sender          uuid,
    text_cipher     bytea,
    photo_ids       uuid[] not null default '{}',
    cautions        text[] not null default '{}',
    card            text,
    parameters      jsonb,
    event_id        uuid,
    at              timestamptz not null,
    primary key (conversation_id, sequence),
    constraint a_message_is_said_or_is_a_card check ((sender is null) = (card is not null)),
    constraint something_is_said check (card is not null or text_cipher is not null or cardinality(photo_ids) > 0),
    constraint an_event_is_told_once unique (conversation_id, event_id)
);

create index message_of_sender on messaging.message (sender, at) where sender is not null;

create table messaging.block (
    blocker    uuid not null,
    blocked    uuid not null,
    blocked_at timestamptz not null,
    primary key (blocker, blocked)
);

-- What somebody reported, with what had been said until then: it stays for whoever decides, whatever is said later.
create table messaging.report (
    id              uuid primary key,
    conversation_id uuid not null references messaging.conversation,
    reporter        uuid not null,
    reported        uuid not null,
    reason          text not null,
    remark_cipher   bytea,
    excerpt_cipher  bytea not null,
    excerpt_hash    bytea not null,
    reported_at     timestamptz not null
);

create index report_newest on messaging.report (reported_at desc);
