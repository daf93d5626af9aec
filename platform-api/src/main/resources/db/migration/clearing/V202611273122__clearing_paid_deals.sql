-- The deals that a seller was paid for, whose last payment says where a page goes on.
create index bill_released_of_seller on clearing.bill (seller, deal, moved_at) where state = 'RELEASED';
