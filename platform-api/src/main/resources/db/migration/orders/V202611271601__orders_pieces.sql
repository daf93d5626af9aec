-- A purchase can be of several pieces of a stock; its price is that of all of them, and each of them costs the same.
alter table orders.purchase
    add column pieces integer,
    add constraint purchase_of_some_pieces check (pieces between 1 and 999),
    add constraint purchase_pieces_cost_the_same check (price_fen % pieces = 0);
