-- A deposit without which nobody bids: the provider sends its payer back to the auction.
alter table payment.payment
    drop constraint payment_purpose_is_known,
    add constraint payment_purpose_is_known check (purpose in ('PURCHASE', 'RENTAL', 'SWAP', 'BUNDLE', 'BID_DEPOSIT'));
