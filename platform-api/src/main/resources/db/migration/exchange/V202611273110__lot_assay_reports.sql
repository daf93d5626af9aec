-- What laboratories read of lots before they are sold. The file is a document of the schema media.
create table exchange.assay_report (
    id          uuid primary key,
    lot_id      uuid not null references exchange.lot,
    laboratory  text not null,
    number      text not null,
    issued_on   date not null,
    readings    jsonb not null,
    document_id uuid not null,
    name        text not null,
    media_type  text not null,
    size_bytes  bigint not null,
    sha256      text not null,
    added_by    uuid not null,
    added_at    timestamptz not null,
    constraint a_document_is_one_report_of_a_lot unique (lot_id, document_id),
    constraint report_hash_is_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);
