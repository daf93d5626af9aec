-- Sealed, Dutch and multi-unit auctions beside the English ones; an award is a deal, and a lot may have several.
alter table auction.auction
    add column format         text not null default 'ENGLISH',
    add column unit           bigint,
    add column tick_seconds   integer,
    add column floor_fen      bigint,
    add column reveal_seconds integer,
    add column final_opens_at timestamptz,
    alter column ladder drop not null,
    alter column window_seconds drop not null,
    drop constraint auction_state_is_known,
    drop constraint late_bids_move_the_end_later,
    drop constraint auction_prices_are_on_the_tick,
    drop constraint a_leader_has_a_price,
    drop constraint who_waits_has_a_timer;

create table auction.award (
    auction_id uuid not null references auction.auction,
    number     integer not null,
    place      text not null,
    paddle     integer not null,
    quantity   bigint not null,
    price_fen  bigint not null,
    deal_id    uuid unique,
    outcome    text not null,
    primary key (auction_id, number),
    foreign key (auction_id, paddle) references auction.deposit (auction_id, paddle),
    constraint award_place_is_known check (place in ('WINNER', 'SECOND')),
    constraint award_outcome_is_known check (outcome in ('PENDING', 'SIGNED', 'LAPSED')),
    constraint only_old_contracts_have_no_deal check (deal_id is not null or outcome = 'SIGNED')
);

-- Contracts from before awards became deals keep their award.
insert into auction.award (auction_id, number, place, paddle, quantity, price_fen, outcome)
select id, 1, award_place, award_paddle, amount, award_price_fen, 'SIGNED' from auction.auction where state = 'CONTRACTED';

-- An award that waited for two confirmations is its seller's to make again, as a deal; one to a second ends.
update auction.auction
set state = 'CLOSED_PENDING_RESERVE', cause = 'TIME_OVER',
    deadline = case award_place when 'SECOND' then now() else now() + interval '24 hours' end
where state = 'AWARDED';
update auction.auction set cause = 'BOTH_SIGNED' where cause = 'BOTH_CONFIRMED';
update auction.step set cause = 'BOTH_SIGNED' where cause = 'BOTH_CONFIRMED';

alter table auction.auction
    alter column format drop default,
    drop constraint an_award_is_whole,
    drop column award_place,
    drop column award_paddle,
    drop column award_price_fen,
    drop column buyer_confirmed_at,
    add constraint auction_format_is_known check (format in ('ENGLISH', 'SEALED', 'DUTCH', 'YANKEE')),
    add constraint auction_state_is_known check (state in (
        'DRAFT', 'PUBLISHED', 'INSPECTION', 'OPEN', 'EXTENDED', 'REVEALING', 'FINAL_ROUND', 'FINAL_REVEALING',
        'CLOSED_PENDING_RESERVE', 'AWARDED', 'CONTRACTED', 'FAILED', 'CANCELLED')),
    add constraint a_format_has_its_terms check (case format
        when 'ENGLISH' then num_nonnulls(ladder, window_seconds) = 2
        when 'SEALED' then reveal_seconds is not null
        when 'DUTCH' then num_nonnulls(unit, tick_seconds, floor_fen) = 3
        when 'YANKEE' then unit is not null end),
    add constraint only_a_sold_out_lot_ends_early check (format = 'DUTCH' or planned_end <= ends_at),
    add constraint auction_prices_are_on_the_tick check (
        tick_fen > 0 and start_fen > 0 and (format = 'DUTCH' or start_fen % tick_fen = 0)),
    add constraint a_leader_has_a_price check (
        num_nonnulls(leader, price_fen, leader_ceiling_cipher) = case when format = 'ENGLISH' and bids > 0 then 3 else 0 end),
    add constraint who_waits_for_a_clock_has_a_timer check (
        (state in ('AWARDED', 'CONTRACTED', 'FAILED', 'CANCELLED')) = (deadline is null));

-- Bids for a part of a lot: takes at a falling clock, bids of a multi-unit auction.
create table auction.part_bid (
    auction_id uuid not null references auction.auction,
    sequence   integer not null,
    paddle     integer not null,
    quantity   bigint not null,
    price_fen  bigint not null,
    takes_less boolean not null,
    at         timestamptz not null,
    placed_by  uuid not null,
    primary key (auction_id, sequence),
    foreign key (auction_id, paddle) references auction.deposit (auction_id, paddle),
    constraint part_bids_are_counted_from_one check (sequence > 0),
    constraint part_bids_are_for_something check (quantity > 0 and price_fen > 0)
);

-- Sealed bids: a hash, and after the end what was hashed.
create table auction.sealed_bid (
    auction_id uuid not null references auction.auction,
    round      integer not null,
    sequence   integer not null,
    paddle     integer not null,
    commitment text not null,
    at         timestamptz not null,
    placed_by  uuid not null,
    amount_fen bigint,
    nonce      text,
    opened_at  timestamptz,
    primary key (auction_id, round, sequence),
    unique (auction_id, round, paddle),
    foreign key (auction_id, paddle) references auction.deposit (auction_id, paddle),
    constraint there_are_two_rounds check (round in (1, 2)),
    constraint sealed_bids_are_counted_from_one check (sequence > 0),
    constraint an_opened_bid_is_whole check (num_nonnulls(amount_fen, nonce, opened_at) in (0, 3))
);
