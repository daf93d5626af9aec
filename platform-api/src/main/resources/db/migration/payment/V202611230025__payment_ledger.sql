-- Every yuan that moves is a balanced entry; nothing is ever changed or removed. The database holds this even against code.
create schema payment;

create table payment.journal_entry (
    entry_id     uuid primary key,
    business_key text not null unique,
    kind         text not null,
    order_id     uuid,
    at           timestamptz not null
);

create index journal_entry_of_order on payment.journal_entry (order_id) where order_id is not null;

create table payment.posting (
    entry_id uuid not null references payment.journal_entry,
    line     integer not null,
    kind     text not null,
    owner    uuid not null,
    amount   bigint not null,
    currency char(3) not null default 'CNY',
    primary key (entry_id, line),
    constraint posting_moves_something check (amount <> 0)
);

create index posting_of_account on payment.posting (kind, owner, entry_id desc);

-- Balances that must not fall below zero stand in rows, so that a check holds them; the others are sums.
create table payment.held_balance (
    kind    text not null,
    owner   uuid not null,
    balance bigint not null,
    primary key (kind, owner),
    constraint held_balance_is_not_negative check (balance >= 0)
);

create function payment.entry_balances() returns trigger language plpgsql as $$
begin
    if (select sum(amount) from payment.posting where entry_id = new.entry_id) <> 0 then
        raise exception 'entry % does not balance', new.entry_id using errcode = 'check_violation';
    end if;
    return null;
end $$;

create constraint trigger every_entry_balances
    after insert on payment.posting deferrable initially deferred
    for each row execute function payment.entry_balances();

create function payment.never_changes() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only' using errcode = 'restrict_violation';
end $$;

create trigger entries_never_change before update or delete on payment.journal_entry
    for each row execute function payment.never_changes();
create trigger postings_never_change before update or delete on payment.posting
    for each row execute function payment.never_changes();

create table payment.payment (
    id            uuid primary key,
    order_id      uuid not null unique,
    payer         uuid not null,
    amount_fen    bigint not null,
    description   text not null,
    state         text not null,
    wanted        text not null,
    intent_id     text unique,
    pay_url       text,
    created_at    timestamptz not null,
    next_look_at  timestamptz not null,
    constraint payment_is_positive check (amount_fen > 0),
    constraint payment_state_is_known check (state in ('REQUESTED', 'AUTHORIZED', 'CAPTURED', 'VOIDED', 'REFUNDED')),
    constraint payment_wish_is_known check (wanted in ('NOTHING', 'CAPTURED', 'GIVEN_BACK'))
);

create index payment_to_look_at on payment.payment (next_look_at) where state not in ('VOIDED', 'REFUNDED');

create table payment.payout (
    id           uuid primary key,
    seller       uuid not null,
    amount_fen   bigint not null,
    state        text not null,
    provider_id  text unique,
    requested_at timestamptz not null,
    next_look_at timestamptz not null,
    constraint payout_is_positive check (amount_fen > 0),
    constraint payout_state_is_known check (state in ('REQUESTED', 'PAID', 'FAILED'))
);

create index payout_of_seller on payment.payout (seller, requested_at desc, id desc);
create index payout_to_look_at on payment.payout (next_look_at) where state = 'REQUESTED';

-- What the provider sent, as it sent it; the key makes a repetition harmless.
create table payment.webhook_inbox (
    provider_event_id text primary key,
    payload           text not null,
    received_at       timestamptz not null
);
