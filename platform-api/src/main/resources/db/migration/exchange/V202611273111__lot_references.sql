-- Sellers' own numbers of lots, by which a row of a file is known again. Each is one lot's for ever.
create table exchange.lot_reference (
    seller    uuid not null,
    reference text not null,
    lot_id    uuid not null unique references exchange.lot,
    primary key (seller, reference)
);
