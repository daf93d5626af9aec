-- Prices that two people name to each other, and what sellers have decided about them beforehand. The bounds stand apart from the
-- listing, so that nothing that shows a listing can show them.
create table messaging.offer_bounds (
    listing_id       uuid primary key,
    takes_offers     boolean not null,
    auto_accept_fen  bigint,
    auto_decline_fen bigint,
    version          bigint not null,
    constraint bounds_are_positive check (auto_accept_fen > 0 and auto_decline_fen > 0),
    constraint bounds_do_not_cross check (auto_decline_fen <= auto_accept_fen)
);

create table messaging.price_offer (
    id              uuid primary key,
    conversation_id uuid not null references messaging.conversation,
    process_version integer not null default 1,
    listing_id      uuid not null,
    buyer           uuid not null,
    seller          uuid not null,
    author          text not null,
    price_fen       bigint not null,
    state           text not null,
    cause           text,
    automatic       boolean not null default false,
    fingerprint     text not null,
    made_at         timestamptz not null,
    deadline        timestamptz not null,
    order_id        uuid,
    constraint offer_author_is_known check (author in ('BUYER', 'SELLER')),
    constraint offer_price_is_positive check (price_fen > 0),
    constraint offer_state_is_known check (state in
        ('OPEN', 'SUSPENDED', 'ACCEPTED', 'PAID', 'UNPAID', 'DECLINED', 'COUNTERED', 'EXPIRED', 'LAPSED')),
    constraint a_lapse_has_a_cause check ((cause is not null) = (state = 'LAPSED')),
    constraint an_agreement_is_an_order check ((order_id is not null) = (state in ('ACCEPTED', 'PAID', 'UNPAID')))
);

create unique index one_offer_waits_between_two on messaging.price_offer (conversation_id) where state in ('OPEN', 'SUSPENDED');
create unique index offer_of_order on messaging.price_offer (order_id) where order_id is not null;
create index offer_of_conversation on messaging.price_offer (conversation_id, made_at desc);
create index offer_unanswered on messaging.price_offer (listing_id) where state in ('OPEN', 'SUSPENDED');
create index offer_due on messaging.price_offer (deadline) where state in ('OPEN', 'SUSPENDED');
create index offer_unpaid_by on messaging.price_offer (buyer, made_at) where state = 'UNPAID';
