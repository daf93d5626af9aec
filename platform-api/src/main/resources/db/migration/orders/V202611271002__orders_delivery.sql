-- Purchases that are sent: what that costs, and what the carrier made of it. Whose address it is, shipping knows.
alter table orders.purchase
    add column delivery_payer        text,
    add column delivery_fen          bigint not null default 0,
    add column delivery_tariff       text,
    add column delivery_coverage_fen bigint not null default 0,
    add column is_carrier_paid       boolean not null default false,
    add column has_carrier_failed    boolean not null default false,
    add column remind_at             timestamptz,
    add constraint delivery_is_whole check (num_nulls(delivery_payer, delivery_tariff) in (0, 2)),
    add constraint delivery_payer_is_known check (delivery_payer in ('BUYER', 'SELLER')),
    add constraint delivery_costs_something check ((delivery_payer is null) = (delivery_fen = 0) and delivery_fen >= 0),
    drop constraint purchase_state_is_known,
    add constraint purchase_state_is_known check (state in
        ('AWAITING_PAYMENT', 'COLLECTING', 'PAID', 'AWAITING_SHIPMENT', 'CANCELLING_SHIPMENT', 'IN_TRANSIT', 'DELIVERED',
         'HANDED_OVER', 'DISPUTED', 'COMPLETED', 'EXPIRED', 'CANCELLING', 'CANCELLED'));

create index purchase_to_remind on orders.purchase (remind_at) where remind_at is not null;

alter table orders.dispute
    add column shipping_fen     bigint not null default 0,
    add column borne_fen        bigint not null default 0,
    add column returned_fen     bigint not null default 0,
    add column compensation_fen bigint not null default 0;
