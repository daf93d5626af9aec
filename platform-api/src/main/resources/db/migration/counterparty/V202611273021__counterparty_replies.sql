-- What sides say to claims. The facts themselves are other modules' and are counted whenever somebody looks.
create schema counterparty;

create table counterparty.reply (
    claim        uuid not null,
    organisation uuid not null,
    words        text not null,
    said_by      uuid not null,
    said_at      timestamptz not null,
    primary key (claim, organisation)
);
