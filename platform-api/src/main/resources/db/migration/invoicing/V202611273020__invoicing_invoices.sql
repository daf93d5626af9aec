-- What was typed of invoices. Deals, statements, organisations and stock receipts are other modules'; here they are ids. Money
-- is fen, quantities are grams or pieces, days are the city's.
create schema invoicing;

-- Every number that anybody has entered: an invoice is in one book only.
create table invoicing.number (
    code     text not null,
    number   text not null,
    used_for uuid not null,
    primary key (code, number)
);

create table invoicing.invoice (
    id               uuid primary key,
    deal             uuid not null,
    deal_code        text not null,
    statement        uuid not null,
    seller           uuid not null,
    buyer            uuid not null,
    kind             text not null,
    code             text not null,
    number           text not null,
    issued_on        date not null,
    seller_tax_number text not null,
    buyer_tax_number text not null,
    rate_bp          integer not null,
    lines            jsonb not null,
    state            text not null,
    objection        text,
    red_code         text,
    red_number       text,
    red_issued_on    date,
    red_reason       text,
    entered_by       uuid not null,
    entered_at       timestamptz not null,
    answered_by      uuid,
    answered_at      timestamptz,
    reversed_by      uuid,
    reversed_at      timestamptz,
    constraint invoice_kind_is_known check (kind in ('GENERAL', 'SPECIAL')),
    constraint invoice_state_is_known check (state in ('ISSUED', 'CONFIRMED', 'OBJECTED', 'REVERSED')),
    constraint an_answer_is_whole check (num_nonnulls(answered_by, answered_at) in (0, 2)),
    constraint who_objects_says_why check (state <> 'OBJECTED' or objection is not null),
    constraint a_reversal_is_whole check (
        num_nonnulls(red_code, red_number, red_issued_on, red_reason, reversed_by, reversed_at)
            = case state when 'REVERSED' then 6 else 0 end)
);

create unique index one_invoice_of_a_deal on invoicing.invoice (deal) where state <> 'REVERSED';
create index invoice_of_deal on invoicing.invoice (deal, entered_at);
create index invoice_of_seller on invoicing.invoice (seller, entered_at desc, id desc);
create index invoice_of_buyer on invoicing.invoice (buyer, entered_at desc, id desc);
create index invoice_by_day on invoicing.invoice (seller, issued_on);
create index red_letter_by_day on invoicing.invoice (seller, red_issued_on) where state = 'REVERSED';

-- One row for each natural person for whom anybody invoices: its lock puts in order what is counted for them. The identity
-- number itself is with each purchase, encrypted; here is only the keyed hash by which the same person is known.
create table invoicing.person (
    id        uuid primary key,
    id_index  bytea not null unique
);

create table invoicing.purchase (
    id                uuid primary key,
    organisation      uuid not null,
    person            uuid not null references invoicing.person,
    name_cipher       bytea not null,
    id_number_cipher  bytea not null,
    agreement         text not null,
    bought_on         date not null,
    material          text not null,
    material_name     text not null,
    measure           text not null,
    quantity          bigint not null,
    receipt           uuid not null,
    gross_fen         bigint not null,
    net_fen           bigint not null,
    rate_bp           integer not null,
    withheld_fen      bigint not null,
    paid_fen          bigint not null,
    payment_reference text not null,
    paid_on           date not null,
    counted_on        date not null,
    state             text not null,
    invoice_kind      text,
    code              text,
    number            text,
    issued_on         date,
    red_code          text,
    red_number        text,
    red_issued_on     date,
    red_reason        text,
    entered_by        uuid not null,
    entered_at        timestamptz not null,
    invoiced_by       uuid,
    invoiced_at       timestamptz,
    ended_by          uuid,
    ended_at          timestamptz,
    constraint purchase_state_is_known check (state in ('ENTERED', 'INVOICED', 'REVERSED', 'WITHDRAWN')),
    constraint a_purchase_is_of_something check (quantity > 0 and gross_fen > 0),
    constraint a_price_without_tax_is_no_higher check (net_fen between 0 and gross_fen),
    constraint nobody_is_paid_less_than_nothing check (withheld_fen >= 0 and paid_fen >= 0),
    constraint an_invoice_is_whole check (
        num_nonnulls(invoice_kind, code, number, issued_on, invoiced_by, invoiced_at)
            = case when state in ('INVOICED', 'REVERSED') then 6 else 0 end),
    constraint purchase_measure_is_known check (measure in ('WEIGHT', 'PIECES')),
    constraint kind_of_a_reverse_invoice_is_known check (invoice_kind in ('GENERAL', 'SPECIAL')),
    constraint a_reversal_of_a_purchase_is_whole check (
        num_nonnulls(red_code, red_number, red_issued_on, red_reason) = case state when 'REVERSED' then 4 else 0 end),
    constraint what_ended_says_when check (
        num_nonnulls(ended_by, ended_at) = case when state in ('REVERSED', 'WITHDRAWN') then 2 else 0 end)
);

-- The same goods are not invoiced twice.
create unique index a_receipt_is_bought_once on invoicing.purchase (receipt) where state in ('ENTERED', 'INVOICED');
create index counted_for_person on invoicing.purchase (person, counted_on) where state in ('ENTERED', 'INVOICED');
create index purchase_newest on invoicing.purchase (organisation, entered_at desc, id desc);
create index purchase_by_day on invoicing.purchase (organisation, issued_on) where issued_on is not null;
create index reverse_red_letter_by_day on invoicing.purchase (organisation, red_issued_on) where state = 'REVERSED';

create table invoicing.batch (
    id           uuid primary key,
    organisation uuid not null,
    first_day    date not null,
    last_day     date not null,
    exported     integer not null,
    refused      integer not null,
    -- What was handed out, byte for byte.
    document     text not null,
    sha256       text not null,
    made_by      uuid not null,
    made_at      timestamptz not null,
    constraint a_batch_has_days check (first_day <= last_day),
    constraint a_batch_has_something check (exported + refused > 0)
);

create index batch_newest on invoicing.batch (organisation, made_at desc, id desc);
create index batch_of_anybody on invoicing.batch (made_at desc, id desc);

-- The match table as it was when the batch was made.
create table invoicing.batch_row (
    batch       uuid not null references invoicing.batch,
    position    integer not null,
    subject     uuid not null,
    subject_kind text not null,
    number      text not null,
    is_exported boolean not null,
    flows       jsonb not null,
    primary key (batch, position),
    constraint subject_is_known check (subject_kind in ('DEAL', 'DEAL_RED_LETTER', 'REVERSE', 'REVERSE_RED_LETTER'))
);

create index exported_before on invoicing.batch_row (subject) where is_exported;
