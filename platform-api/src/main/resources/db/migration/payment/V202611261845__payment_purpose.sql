-- What is paid for: the provider sends people back to another page after a purchase than after a rental.
alter table payment.payment
    add column purpose text not null default 'PURCHASE',
    add constraint payment_purpose_is_known check (purpose in ('PURCHASE', 'RENTAL'));
