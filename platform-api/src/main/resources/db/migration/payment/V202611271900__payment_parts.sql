-- One payment for several orders that are bought together: what of it is whose. Each has its own escrow and its own refunds.
alter table payment.payment
    drop constraint payment_purpose_is_known,
    add constraint payment_purpose_is_known check (purpose in ('PURCHASE', 'RENTAL', 'SWAP', 'BUNDLE'));

create table payment.part (
    order_id   uuid primary key,
    payment_id uuid not null references payment.payment,
    amount_fen bigint not null,
    constraint part_is_positive check (amount_fen > 0)
);

create index part_of_payment on payment.part (payment_id);

alter table payment.refund add column order_id uuid;
update payment.refund set order_id = payment.order_id from payment.payment where payment.id = refund.payment_id;
alter table payment.refund alter column order_id set not null;
