-- Which lots and demands were brought together. Both are the exchange's; here they are ids.
create schema matching;

-- Once for each pair, whichever of the two came later. Demands end within ninety days, and their pairs with them.
create table matching.told_pair (
    demand  uuid not null,
    lot     uuid not null,
    told_at timestamptz not null,
    primary key (demand, lot)
);
