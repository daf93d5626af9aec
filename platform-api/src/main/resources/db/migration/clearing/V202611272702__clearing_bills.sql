-- What buyers owe for deals. Deals, statements and organisations are other modules'; here they are ids. Money is fen.
create schema clearing;

create table clearing.bill (
    id           uuid primary key,
    deal         uuid not null,
    deal_code    text not null,
    seller       uuid not null,
    buyer        uuid not null,
    kind         text not null,
    statement    uuid unique,
    is_final     boolean not null,
    amount_fen   bigint not null,
    refunded_fen bigint not null default 0,
    state        text not null,
    due_by       timestamptz not null,
    late_told    boolean not null default false,
    made_at      timestamptz not null,
    moved_at     timestamptz not null,
    constraint bill_kind_is_known check (kind in ('ADVANCE', 'STATEMENT')),
    constraint bill_state_is_known check (state in ('DUE', 'HELD', 'RELEASED', 'RETURNED', 'SUPERSEDED')),
    constraint a_bill_is_for_something check (amount_fen > 0),
    constraint no_more_goes_back_than_was_paid check (refunded_fen between 0 and amount_fen),
    constraint a_statement_is_billed_as_one check ((kind = 'STATEMENT') = (statement is not null))
);

create unique index one_advance_of_a_deal on clearing.bill (deal) where kind = 'ADVANCE';
create index bill_of_deal on clearing.bill (deal, made_at);
create index bill_of_buyer on clearing.bill (buyer, made_at desc, id desc);
create index bill_of_seller on clearing.bill (seller, made_at desc, id desc);
create index bill_late on clearing.bill (due_by) where state = 'DUE' and not late_told;
