-- Parts of a payment on their way back. The id is the caller's reason: a reason gives back once.
create table payment.refund (
    id           uuid primary key,
    payment_id   uuid not null references payment.payment,
    amount_fen   bigint not null,
    state        text not null,
    provider_id  text unique,
    requested_at timestamptz not null,
    next_look_at timestamptz not null,
    constraint refund_is_positive check (amount_fen > 0),
    constraint refund_state_is_known check (state in ('REQUESTED', 'PAID'))
);

create index refund_of_payment on payment.refund (payment_id);
create index refund_to_look_at on payment.refund (next_look_at) where state = 'REQUESTED';
