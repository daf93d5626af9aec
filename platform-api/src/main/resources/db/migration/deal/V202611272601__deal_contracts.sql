-- From a buyer's first word to a contract that both have signed. Organisations and lots are other modules'; here they are ids.
create schema deal;

create table deal.proposal (
    id          uuid primary key,
    lot         uuid not null,
    lot_terms   bigint not null,
    seller      uuid not null,
    buyer       uuid not null,
    state       text not null,
    deal        uuid,
    made_at     timestamptz not null,
    moved_at    timestamptz not null,
    valid_until timestamptz not null,
    constraint proposal_state_is_known check (state in ('OPEN', 'ACCEPTED', 'REFUSED', 'EXPIRED')),
    constraint an_accepted_proposal_is_a_deal check ((state = 'ACCEPTED') = (deal is not null)),
    constraint nobody_proposes_to_themselves check (seller <> buyer)
);

-- A buyer says one thing about a lot at a time.
create unique index one_open_proposal on deal.proposal (lot, buyer) where state = 'OPEN';
create index proposal_of_seller on deal.proposal (seller, moved_at desc, id desc);
create index proposal_of_buyer on deal.proposal (buyer, moved_at desc, id desc);
create index proposal_over on deal.proposal (valid_until) where state = 'OPEN';

create table deal.word (
    proposal  uuid not null references deal.proposal,
    number    integer not null,
    party     text not null,
    said_by   uuid,
    quantity  bigint not null,
    price_fen bigint not null,
    at        timestamptz not null,
    primary key (proposal, number),
    constraint word_party_is_known check (party in ('SELLER', 'BUYER')),
    constraint a_word_names_quantity_and_price check (quantity > 0 and price_fen > 0)
);

create table deal.deal (
    id            uuid primary key,
    code          text not null unique,
    lot           uuid not null,
    seller        uuid not null,
    buyer         uuid not null,
    state         text not null,
    title         text not null,
    area          text not null,
    value_fen     bigint not null,
    terms         jsonb not null,
    contract_text text not null,
    contract_hash text not null,
    agreed_at     timestamptz not null,
    sign_by       timestamptz not null,
    ended_at      timestamptz,
    constraint deal_state_is_known check (state in ('AGREED', 'SIGNED', 'LAPSED')),
    constraint an_ended_deal_says_when check ((state <> 'AGREED') = (ended_at is not null)),
    constraint nobody_deals_with_themselves check (seller <> buyer)
);

create index deal_of_seller on deal.deal (seller, agreed_at desc, id desc);
create index deal_of_buyer on deal.deal (buyer, agreed_at desc, id desc);
create index deal_of_lot on deal.deal (lot, agreed_at desc);
create index deal_newest on deal.deal (agreed_at desc);
create index deal_to_sign on deal.deal (sign_by) where state = 'AGREED';

create table deal.signature (
    deal      uuid not null references deal.deal,
    party     text not null,
    signed_by uuid,
    at        timestamptz not null,
    primary key (deal, party),
    constraint signature_party_is_known check (party in ('SELLER', 'BUYER'))
);
