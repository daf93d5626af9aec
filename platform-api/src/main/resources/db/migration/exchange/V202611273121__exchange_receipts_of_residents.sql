-- The receipts for which somebody may still enter a purchase, page by page.
create index receipt_of_residents on exchange.stock_movement (organisation, entered_at desc, id desc)
    where source = 'RESIDENTS';
