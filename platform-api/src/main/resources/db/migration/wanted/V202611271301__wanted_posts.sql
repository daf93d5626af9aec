-- What people look for (求购), told to everybody.
create schema wanted;

create table wanted.post (
    id              uuid primary key,
    account         uuid not null,
    state           text not null,
    words           text not null,
    description     text not null,
    category        text not null,
    answers         jsonb not null,
    max_price_fen   bigint,
    least_condition text,
    district        text,
    within_km       integer,
    last_day        date not null,
    rules           text[] not null,
    moderator       uuid,
    refusal         text,
    remark          text,
    version         bigint not null,
    posted_at       timestamptz not null,
    ends_at         timestamptz not null,
    remind_at       timestamptz,
    ended_at        timestamptz,
    constraint post_state_is_known check (
        state in ('IN_REVIEW', 'REFUSED', 'OPEN', 'FOUND', 'WITHDRAWN', 'EXPIRED')),
    constraint post_price_is_positive check (max_price_fen > 0),
    constraint nearness_needs_a_place check (within_km is null or district is not null),
    constraint a_refused_post_has_a_reason check ((state = 'REFUSED') = (refusal is not null)),
    constraint nobody_decides_about_their_own_post check (moderator <> account),
    constraint an_ended_post_says_when check ((state in ('FOUND', 'WITHDRAWN', 'EXPIRED')) = (ended_at is not null))
);

create index post_newest on wanted.post (posted_at desc, id desc) where state = 'OPEN';
create index post_by_category on wanted.post (category, posted_at desc, id desc) where state = 'OPEN';
create index post_of_account on wanted.post (account, posted_at desc, id desc);
create index post_in_review on wanted.post (posted_at, id) where state = 'IN_REVIEW';
create index post_ending on wanted.post (ends_at) where state in ('OPEN', 'IN_REVIEW');
create index post_to_remind on wanted.post (remind_at) where state = 'OPEN' and remind_at is not null;

-- A seller has it: one answer for a post and a listing.
create table wanted.answer (
    post_id         uuid not null references wanted.post,
    listing_id      uuid not null,
    seller          uuid not null,
    conversation_id uuid not null,
    answered_at     timestamptz not null,
    primary key (post_id, listing_id)
);

create index answer_of_seller on wanted.answer (seller, answered_at);
