-- Counting the shelf: what was scanned, what differs from the books, why, and what the point owes for what is gone.
create table consignment.stocktake (
    id        uuid primary key,
    code      text not null unique,
    point_id  uuid not null references consignment.point,
    shelf     text,
    opened_by uuid not null,
    opened_at timestamptz not null,
    closed_by uuid,
    closed_at timestamptz,
    expected  integer,
    constraint stocktake_closing_is_whole check (num_nonnulls(closed_by, closed_at, expected) in (0, 3))
);

create unique index a_point_is_counted_once_at_a_time on consignment.stocktake (point_id) where closed_at is null;
create index stocktake_of_point on consignment.stocktake (point_id, opened_at desc, id desc);

create table consignment.stocktake_scan (
    stocktake_id uuid not null references consignment.stocktake,
    code         text not null,
    item_id      uuid references consignment.item,
    shelf        text,
    finding      text not null,
    scanned_by   uuid not null,
    scanned_at   timestamptz not null,
    primary key (stocktake_id, code),
    constraint scan_finding_is_known check (finding in ('FOUND', 'MISPLACED', 'ALREADY_SOLD', 'UNEXPECTED'))
);

create index stocktake_scan_of_item on consignment.stocktake_scan (stocktake_id, item_id);

create table consignment.stocktake_explanation (
    stocktake_id     uuid not null references consignment.stocktake,
    code             text not null,
    reason           text not null,
    note             text not null,
    explained_by     uuid not null,
    explained_at     timestamptz not null,
    primary key (stocktake_id, code)
);

-- The report: what a closed stocktake found says that for ever.
create table consignment.stocktake_line (
    stocktake_id     uuid not null references consignment.stocktake,
    code             text not null,
    title            text,
    kind             text not null,
    books_shelf      text,
    found_shelf      text,
    reason           text not null,
    note             text not null,
    explained_by     uuid not null,
    compensation_fen bigint,
    primary key (stocktake_id, code),
    constraint line_kind_is_known check (kind in ('MISSING', 'MISPLACED', 'ALREADY_SOLD', 'UNEXPECTED')),
    constraint only_what_is_missing_is_compensated check (compensation_fen is null or kind = 'MISSING' and compensation_fen > 0)
);

create trigger stocktake_lines_never_change before update or delete on consignment.stocktake_line
    for each row execute function consignment.never_changes();

-- Gone from the shelf: the point owes its owner what a sale would have brought them.
alter table consignment.item
    drop constraint item_state_is_known,
    drop constraint item_sale_is_whole,
    drop constraint item_sold_way_is_known,
    drop constraint item_is_settled_after_its_sale,
    add constraint item_state_is_known
        check (state in ('ON_SALE', 'SOLD', 'EXPIRED', 'RETURNED', 'DONATED', 'RECYCLED', 'LOST')),
    add constraint item_sale_is_whole check (
        num_nonnulls(sold_way, sold_fen, commission_fen) = case when state in ('SOLD', 'LOST') then 3 else 0 end),
    add constraint item_sold_way_is_known check (sold_way in ('COUNTER', 'ONLINE', 'COMPENSATED')),
    add constraint item_lost_is_compensated check ((state = 'LOST') = (coalesce(sold_way, '') = 'COMPENSATED')),
    add constraint item_is_settled_after_its_sale check (settlement_id is null or state in ('SOLD', 'LOST'));
