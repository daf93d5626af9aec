-- The score itself is computed whenever it is read; here is only what no trade's steps say.
create schema credit;

create table credit.appeal (
    id           uuid primary key,
    account      uuid not null,
    deed_id      uuid not null,
    trade_id     uuid not null,
    trade_kind   text not null,
    trade_code   text not null,
    deed         text not null,
    rating       smallint,
    counterparty uuid not null,
    done_at      timestamptz not null,
    standing     text not null,
    effect       integer not null,
    words_cipher bytea not null,
    state        text not null,
    officer      uuid,
    remark       text,
    made_at      timestamptz not null,
    decided_at   timestamptz,
    constraint a_deed_is_appealed_once unique (account, deed_id),
    constraint appeal_state_is_known check (state in ('OPEN', 'GRANTED', 'REFUSED')),
    constraint a_decision_is_somebodys check (num_nulls(officer, remark, decided_at) in (0, 3)),
    constraint a_decision_ends_it check ((state = 'OPEN') = (officer is null)),
    constraint nobody_decides_about_their_own_appeal check (officer <> account)
);

create index appeal_waiting on credit.appeal (made_at, id) where state = 'OPEN';

create table credit.ring (
    id       uuid primary key,
    found_at timestamptz not null,
    seen_at  timestamptz not null
);

create index ring_newest on credit.ring (seen_at desc, id desc);

create table credit.ring_dealing (
    ring_id uuid not null references credit.ring on delete cascade,
    giver     uuid not null,
    taker     uuid not null,
    trades    bigint not null,
    primary key (ring_id, giver, taker),
    constraint a_dealing_is_between_two check (giver <> taker),
    constraint a_dealing_has_trades check (trades > 0)
);

create index ring_dealing_of_giver on credit.ring_dealing (giver);

-- One row: which replica looks for rings next, and when.
create table credit.ring_search (
    is_only boolean primary key default true check (is_only),
    at      timestamptz not null
);

insert into credit.ring_search (at) values ('-infinity');
