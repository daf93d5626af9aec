-- What batches of custody make and use up, and what accepted deliveries bring, moves the account too.
alter table exchange.stock_movement
    drop constraint movement_kind_is_known,
    drop constraint receipts_come_in_and_sales_go_out,
    add constraint movement_kind_is_known check (kind in ('RECEIPT', 'CORRECTION', 'SALE', 'PROCESSING', 'PURCHASE')),
    add constraint receipts_come_in_and_sales_go_out check (
        kind in ('CORRECTION', 'PROCESSING') or (kind in ('RECEIPT', 'PURCHASE')) = (quantity > 0));
