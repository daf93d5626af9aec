-- A part of a payment can be given back while the rest stays taken: what is wanted back, and what is known to be back.
alter table payment.payment
    add column purpose        text not null default 'PURCHASE',
    add column part_back_fen  bigint not null default 0,
    add column given_back_fen bigint not null default 0;

update payment.payment set given_back_fen = amount_fen where state = 'REFUNDED';

alter table payment.payment
    add constraint payment_purpose_is_known check (purpose in ('PURCHASE', 'RENTAL')),
    add constraint payment_gives_back_what_was_paid check (
        part_back_fen between 0 and amount_fen and given_back_fen between 0 and amount_fen);
