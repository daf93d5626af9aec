-- A balance of a swap: the provider sends its payer back to the swap.
alter table payment.payment
    drop constraint payment_purpose_is_known,
    add constraint payment_purpose_is_known check (purpose in ('PURCHASE', 'RENTAL', 'SWAP'));
