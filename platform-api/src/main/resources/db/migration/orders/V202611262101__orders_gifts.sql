-- Gifts: one round of asking and choosing over a listing that gives its thing away, and those who ask. The promise itself is held
-- in listing.hold like every other.
create table orders.gift (
    id                uuid primary key,
    code              text not null unique,
    process_version   integer not null default 1,
    state             text not null,
    listing_id        uuid not null,
    giver             uuid not null,
    choice            text not null,
    window_hours      integer not null,
    pickup_hours      integer not null,
    -- What a draw is drawn from. Chosen before anybody asks, and told to nobody before the draw.
    seed              text not null,
    asks              integer not null default 0,
    closes_at         timestamptz,
    drawn_at          timestamptz,
    snapshot          jsonb,
    code_tries        integer not null default 0,
    code_locked_until timestamptz,
    deadline          timestamptz,
    opened_at         timestamptz not null,
    constraint gift_state_is_known check (state in ('OPEN', 'CHOOSING', 'PROMISED', 'GIVEN', 'ENDED')),
    constraint gift_choice_is_known check (choice in ('FIRST_COME', 'DRAW', 'GIVERS_CHOICE')),
    constraint gift_asks_are_counted check (asks >= 0)
);

create unique index gift_of_listing_is_one_at_a_time on orders.gift (listing_id) where state in ('OPEN', 'CHOOSING', 'PROMISED');
create index gift_of_listing on orders.gift (listing_id, opened_at desc);
create index gift_of_giver on orders.gift (giver, opened_at desc, id desc);
create index gift_due on orders.gift (deadline) where deadline is not null;

create table orders.gift_step (
    gift_id uuid not null references orders.gift,
    number  integer not null,
    state   text not null,
    cause   text not null,
    words   text,
    at      timestamptz not null,
    primary key (gift_id, number)
);

create table orders.gift_ask (
    id          uuid primary key,
    gift_id     uuid not null references orders.gift,
    asker       uuid not null,
    state       text not null,
    note        text not null,
    -- Chosen by the asker's browser; stands for the asker in a draw.
    ticket      text not null,
    -- In which order the thing is offered; null until that is known.
    place       integer,
    pickup_code text not null,
    asked_at    timestamptz not null,
    settled_at  timestamptz,
    objection   text,
    constraint gift_ask_state_is_known check (
        state in ('WAITING', 'PROMISED', 'RECEIVED', 'NO_SHOW', 'BROKEN', 'WITHDRAWN', 'PASSED')),
    constraint gift_ask_ticket_is_ones_own unique (gift_id, ticket)
);

create unique index gift_ask_is_one_a_person on orders.gift_ask (gift_id, asker) where state <> 'WITHDRAWN';
create unique index gift_is_promised_to_one on orders.gift_ask (gift_id) where state in ('PROMISED', 'RECEIVED');
create index gift_ask_in_line on orders.gift_ask (gift_id, place) where state = 'WAITING';
create index gift_ask_of_person on orders.gift_ask (asker, asked_at desc, id desc);
