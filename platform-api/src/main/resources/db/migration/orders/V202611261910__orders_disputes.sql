-- Disputes about purchases. A purchase is disputed once; what both sides and the officers said stands in steps, encrypted.
alter table orders.purchase drop constraint purchase_state_is_known;
alter table orders.purchase add constraint purchase_state_is_known check (state in
    ('AWAITING_PAYMENT', 'COLLECTING', 'PAID', 'HANDED_OVER', 'DISPUTED', 'COMPLETED', 'EXPIRED', 'CANCELLING', 'CANCELLED'));

create table orders.dispute (
    id               uuid primary key,
    order_id         uuid not null unique references orders.purchase,
    process_version  integer not null default 1,
    state            text not null,
    reason           text not null,
    came_from        text not null,
    seconds_left     bigint,
    due_remedy       text,
    due_fen          bigint,
    is_judged        boolean not null default false,
    is_appealed      boolean not null default false,
    is_return_denied boolean not null default false,
    refund_fen       bigint,
    seller_fen       bigint,
    fee_fen          bigint,
    winner           text,
    opened_at        timestamptz not null,
    waiting_since    timestamptz not null,
    deadline         timestamptz,
    constraint dispute_state_is_known check (state in
        ('AWAITING_SELLER', 'NEGOTIATING', 'UNDER_REVIEW', 'DECIDED', 'UNDER_APPEAL', 'RETURNING', 'RETURN_CLAIMED', 'REFUNDING',
         'CLOSED', 'WITHDRAWN')),
    constraint dispute_winner_is_a_side check (winner in ('BUYER', 'SELLER')),
    constraint dispute_outcome_is_whole check (num_nulls(refund_fen, seller_fen, fee_fen) in (0, 3)),
    constraint a_dispute_that_waits_has_a_deadline check ((deadline is null) = (state in ('CLOSED', 'WITHDRAWN')))
);

create index dispute_due on orders.dispute (deadline) where deadline is not null;
create index dispute_for_officers on orders.dispute (waiting_since, id) where state in ('UNDER_REVIEW', 'UNDER_APPEAL');

-- Nobody judges twice in one dispute: the index holds it whatever the code believes.
create table orders.dispute_step (
    dispute_id   uuid not null references orders.dispute,
    number       integer not null,
    kind         text not null,
    by_side      text,
    officer      uuid,
    words_cipher bytea,
    remedy       text,
    refund_fen   bigint,
    at           timestamptz not null,
    primary key (dispute_id, number),
    constraint a_step_is_a_sides_or_an_officers check (by_side is null or officer is null),
    constraint a_remedy_names_its_refund check ((remedy is null) = (refund_fen is null))
);

create unique index an_officer_decides_once on orders.dispute_step (dispute_id, officer) where officer is not null;

create table orders.dispute_photo (
    dispute_id  uuid not null,
    step_number integer not null,
    position    integer not null,
    photo_id    uuid not null,
    sha256      text not null,
    primary key (dispute_id, step_number, position),
    foreign key (dispute_id, step_number) references orders.dispute_step
);
