-- Swaps: a ring of two or three people, each of whom gives a thing to the next. The things themselves are held in listing.hold.
create table orders.swap (
    id              uuid primary key,
    code            text not null unique,
    process_version integer not null default 1,
    state           text not null,
    proposer        uuid not null,
    note            text not null,
    answers         uuid references orders.swap,
    deadline        timestamptz,
    proposed_at     timestamptz not null,
    constraint swap_state_is_known check (state in
        ('PROPOSED', 'DECLINED', 'WITHDRAWN', 'COUNTERED', 'LAPSED', 'AWAITING_PAYMENT', 'COLLECTING', 'AGREED', 'SETTLED',
         'RETURNING', 'BROKEN', 'EXPIRED', 'CANCELLING', 'CANCELLED'))
);

create index swap_due on orders.swap (deadline) where deadline is not null;

-- Who takes part, in the order of the ring: each gives to the one with the next number, the last to the first. The id is also
-- that of the payment, for who pays a balance.
create table orders.swap_party (
    id                uuid primary key,
    swap_id           uuid not null references orders.swap,
    number            integer not null,
    person            uuid not null,
    listing_id        uuid not null,
    pays_fen          bigint not null,
    fee_fen           bigint not null,
    fee_rule          text not null,
    snapshot          jsonb not null,
    consented         boolean not null,
    handed_over       boolean not null default false,
    returned          boolean not null default false,
    code              text not null,
    code_tries        integer not null default 0,
    code_locked_until timestamptz,
    constraint swap_party_has_a_place unique (swap_id, number),
    constraint swap_party_takes_part_once unique (swap_id, person),
    constraint swap_party_gives_a_thing_of_its_own unique (swap_id, listing_id),
    constraint swap_party_is_one_of_three check (number between 1 and 3),
    constraint swap_fee_is_of_what_is_received check (fee_fen between 0 and greatest(0, -pays_fen)),
    constraint swap_returns_what_was_handed_over check (handed_over or not returned)
);

create index swap_party_of_person on orders.swap_party (person, swap_id);
create index swap_party_of_listing on orders.swap_party (listing_id);

create table orders.swap_step (
    swap_id uuid not null references orders.swap,
    number  integer not null,
    state   text not null,
    cause   text not null,
    person  uuid,
    reason  text,
    at      timestamptz not null,
    primary key (swap_id, number)
);

create index swap_waiting_of_proposer on orders.swap (proposer) where state = 'PROPOSED';
