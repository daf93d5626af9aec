-- Listings that wait for a moderator before everybody finds them, and the moderators' queue.
alter table listing.listing
    drop constraint listing_state_is_known,
    drop constraint listing_out_of_draft_is_whole,
    add constraint listing_state_is_known check (
        state in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'RESERVED', 'SOLD', 'WITHDRAWN')),
    add constraint listing_out_of_draft_is_whole check (
        state = 'DRAFT'
        or (num_nulls(category_code, condition_code, price_fen, district_code, lat, lon) = 0
            and (state = 'IN_REVIEW' or published_at is not null)));

-- Outlives the listing: what was decided is what the rules are judged by.
create table listing.moderation_case (
    id             uuid primary key,
    listing_id     uuid not null,
    seller         uuid not null,
    kind           text not null,
    version        bigint not null,
    proposal       jsonb,
    rules          text[] not null,
    appeal_of      uuid references listing.moderation_case,
    appeal_against uuid,
    appeal_words   text,
    opened_at      timestamptz not null,
    outcome        text,
    moderator      uuid,
    reason         text,
    remark         text,
    closed_at      timestamptz,
    constraint case_kind_is_known check (kind in ('PUBLICATION', 'EDIT')),
    constraint an_edit_proposes_something check ((kind = 'EDIT') = (proposal is not null)),
    constraint case_outcome_is_known check (outcome in ('APPROVED', 'REFUSED', 'WITHDRAWN')),
    constraint a_closed_case_has_an_outcome check (num_nulls(outcome, remark, closed_at) in (0, 3)),
    constraint a_refusal_has_a_reason check ((outcome = 'REFUSED') = (reason is not null) or outcome is null),
    constraint a_moderator_decides check (moderator is not null or outcome is null or outcome = 'WITHDRAWN'),
    constraint an_appeal_is_whole check (num_nulls(appeal_of, appeal_against, appeal_words) in (0, 3)),
    constraint an_appeal_is_decided_by_another check (moderator <> appeal_against),
    constraint nobody_decides_about_their_own_things check (moderator <> seller)
);

create unique index a_listing_has_one_open_case on listing.moderation_case (listing_id) where closed_at is null;
create unique index a_decision_is_appealed_once on listing.moderation_case (appeal_of) where outcome is distinct from 'WITHDRAWN';
create index moderation_queue on listing.moderation_case (opened_at, id) where closed_at is null;
create index moderation_case_of_listing on listing.moderation_case (listing_id, opened_at desc);
