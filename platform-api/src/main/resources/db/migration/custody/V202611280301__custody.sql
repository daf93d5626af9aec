-- Where material lies, what it was made of and what became of it. Everything in grams. Rows are added and never
-- changed, but for what is left of a parcel.
create schema custody;

create table custody.site (
    id           uuid primary key,
    organisation uuid not null,
    name         text not null,
    area         text not null,
    address      text not null,
    is_home      boolean not null,
    opened_at    timestamptz not null
);

create index site_of on custody.site (organisation, opened_at);
-- Where accepted deliveries lie until somebody moves them.
create unique index one_home on custody.site (organisation) where is_home;
create unique index site_name on custody.site (organisation, name);

-- Bounds of what a process loses, in basis points of what goes in. An edition is never changed; the newest that is in
-- force counts, and of several recipes the one whose material is nearest.
create table custody.recipe (
    process     text not null,
    material    text not null,
    edition     integer not null,
    valid_from  date not null,
    min_loss_bp integer not null,
    max_loss_bp integer not null,
    source      text not null,
    primary key (process, material, edition),
    constraint a_loss_is_a_share check (0 <= min_loss_bp and min_loss_bp <= max_loss_bp and max_loss_bp <= 10000)
);

-- An empty material is any.
insert into custody.recipe (process, material, edition, valid_from, min_loss_bp, max_loss_bp, source)
values ('SORTING', '', 1, '2026-01-01', 0, 800, '行业惯例'),
       ('SHREDDING', '', 1, '2026-01-01', 0, 800, '行业惯例'),
       ('BALING', '', 1, '2026-01-01', 0, 800, '行业惯例'),
       ('MELTING', 'NF-AL', 1, '2026-01-01', 0, 500, '再生铝回收率目标 95 %'),
       ('MELTING', 'NF-AL-WIRE', 1, '2026-01-01', 400, 500, '再生铝线熔炼烧损，行业报价页'),
       ('MELTING', 'NF-AL-ACSR', 1, '2026-01-01', 400, 500, '再生铝线熔炼烧损，行业报价页'),
       ('MELTING', 'NF-AL-SHT-M', 1, '2026-01-01', 600, 700, '再生铝板熔炼烧损，行业报价页'),
       ('WASHING', 'PA', 1, '2026-01-01', 500, 3000, '干基产出率 70-95 %'),
       ('WASHING', 'PL', 1, '2026-01-01', 500, 3000, '干基产出率 70-95 %');

create table custody.batch (
    id             uuid primary key,
    code           text not null unique,
    kind           text not null,
    organisation   uuid not null,
    counterparty   uuid,
    site           uuid not null references custody.site,
    process        text,
    recipe_edition integer,
    input_grams    bigint not null,
    entered_grams  bigint not null,
    output_grams   bigint not null,
    loss_grams     bigint not null,
    outside_yield  boolean not null,
    source         text,
    reference      text not null,
    happened_on    date not null,
    corrects       uuid unique references custody.batch,
    deal           uuid unique,
    lot            uuid,
    hash           text not null,
    entered_by     uuid,
    entered_at     timestamptz not null,
    constraint batch_kind_is_known check (
        kind in ('RECEIPT', 'OPENING', 'DELIVERY', 'SPLIT', 'MERGE', 'PROCESSING', 'COUNT', 'REVERSAL')),
    constraint grams_are_conserved check (input_grams + entered_grams = output_grams + loss_grams),
    constraint no_grams_are_negative check (
        input_grams >= 0 and entered_grams >= 0 and output_grams >= 0 and loss_grams >= 0),
    constraint a_receipt_has_a_source check ((kind = 'RECEIPT') = (source is not null)),
    constraint a_process_is_named check ((kind = 'PROCESSING') = (process is not null)),
    constraint a_reversal_names_what_was_wrong check ((kind = 'REVERSAL') = (corrects is not null)),
    constraint a_delivery_is_of_a_deal check (
        num_nonnulls(deal, counterparty) = case kind when 'DELIVERY' then 2 else 0 end)
);

create index batch_newest on custody.batch (organisation, entered_at desc, id desc);
create index batch_of_lot on custody.batch (lot) where lot is not null;

create table custody.parcel (
    id               uuid primary key,
    code             text not null unique,
    made_by          uuid not null references custody.batch,
    organisation     uuid not null,
    site             uuid not null references custody.site,
    material         text not null,
    grams            bigint not null,
    left_grams       bigint not null,
    documented_grams bigint not null,
    model            text not null,
    lot              uuid,
    made_at          timestamptz not null,
    constraint a_parcel_weighs_something check (grams > 0),
    constraint no_more_is_used_than_there_is check (0 <= left_grams and left_grams <= grams),
    constraint no_more_is_documented_than_there_is check (0 <= documented_grams and documented_grams <= grams),
    constraint model_is_known check (
        model in ('IDENTITY_PRESERVED', 'SEGREGATED', 'CONTROLLED_BLENDING', 'MASS_BALANCE'))
);

create index parcel_newest on custody.parcel (organisation, made_at desc, id desc);
create index parcel_left on custody.parcel (organisation, material, made_at) where left_grams > 0;
create index parcel_of on custody.parcel (made_by);
create index parcel_of_lot on custody.parcel (lot) where lot is not null;

-- What a batch took of a parcel. The batch that made the parcel stands here again, so that a walk needs one index.
create table custody.use (
    batch   uuid not null references custody.batch,
    parcel  uuid not null references custody.parcel,
    made_by uuid not null,
    grams   bigint not null,
    primary key (batch, parcel),
    constraint a_use_takes_something check (grams > 0),
    constraint nothing_is_made_of_itself check (batch <> made_by)
);

create index use_back on custody.use (batch) include (made_by);
create index use_forward on custody.use (made_by) include (batch);
create index use_of_parcel on custody.use (parcel);
