-- What a buyer asks many suppliers for, and what they quote. Organisations, lots, demands and deals are other modules'; here they
-- are ids. What a supplier says stands in no column that can be read: it is encrypted, and opened after the close.
create schema tender;

create table tender.tender (
    id           uuid primary key,
    code         text not null unique,
    buyer        uuid not null,
    drafted_by   uuid,
    state        text not null,
    title        text not null,
    area         text not null,
    materials    text[] not null,
    demand       uuid,
    invited      uuid[] not null,
    terms        jsonb not null,
    closes_at    timestamptz not null,
    award_by     timestamptz not null,
    drafted_at   timestamptz not null,
    published_at timestamptz,
    content_hash text,
    quotes_hash  text,
    quotes       integer,
    ended_at     timestamptz,
    end_reason   text,
    version      bigint not null,
    constraint tender_state_is_known
        check (state in ('DRAFT', 'PUBLISHED', 'CLOSED', 'AWARDED', 'LAPSED', 'CANCELLED')),
    constraint a_published_tender_has_a_hash check ((published_at is null) = (content_hash is null)),
    constraint a_closed_tender_has_counted_its_quotes check ((quotes is null) = (quotes_hash is null)),
    constraint an_ended_tender_says_when check ((state in ('AWARDED', 'LAPSED', 'CANCELLED')) = (ended_at is not null)),
    constraint it_is_awarded_after_the_close check (award_by > closes_at)
);

create index tender_of_buyer on tender.tender (buyer, drafted_at desc, id desc);
create index tender_published on tender.tender (published_at desc, id desc) where published_at is not null;
create index tender_of_demand on tender.tender (demand) where demand is not null;
create index tender_to_forget on tender.tender (drafted_at) where state = 'DRAFT';
create index tender_to_close on tender.tender (closes_at) where state = 'PUBLISHED';
create index tender_to_lapse on tender.tender (award_by) where state = 'CLOSED';

create table tender.question (
    id          uuid primary key,
    tender      uuid not null references tender.tender,
    asker       uuid not null,
    asked_by    uuid,
    question    text not null,
    asked_at    timestamptz not null,
    answer      text,
    answered_by uuid,
    answered_at timestamptz,
    constraint an_answer_says_when check ((answer is null) = (answered_at is null))
);

create index question_of_tender on tender.question (tender, asked_at);

create table tender.quote (
    id               uuid primary key,
    tender           uuid not null references tender.tender,
    line             integer not null,
    supplier         uuid not null,
    quoted_by        uuid,
    sheet_cipher     bytea not null,
    revision         integer not null,
    withdrawn        boolean not null,
    quoted_at        timestamptz not null,
    rank             integer,
    ranked_of        integer,
    awarded_quantity bigint,
    deal             uuid,
    reason           text,
    -- A supplier says one thing of a line; saying another replaces it.
    constraint one_quote_for_a_line unique (tender, line, supplier),
    constraint an_award_is_a_deal check ((awarded_quantity is null) = (deal is null)),
    constraint an_award_is_of_something check (awarded_quantity > 0),
    constraint what_was_withdrawn_is_not_awarded check (not (withdrawn and deal is not null))
);

create index quote_of_supplier on tender.quote (supplier, quoted_at desc, id desc);
