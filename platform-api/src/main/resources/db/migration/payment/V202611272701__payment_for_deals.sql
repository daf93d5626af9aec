-- What a deal over scrap costs: the provider sends its payer back to the deal.
alter table payment.payment
    drop constraint payment_purpose_is_known,
    add constraint payment_purpose_is_known
        check (purpose in ('PURCHASE', 'RENTAL', 'SWAP', 'BUNDLE', 'BID_DEPOSIT', 'DEAL'));
