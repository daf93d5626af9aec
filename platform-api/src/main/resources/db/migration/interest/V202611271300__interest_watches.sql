-- Wanted posts look for things in the way of saved searches, and for answers to a category's questions.
alter table interest.saved_search
    add column origin  text not null default 'PERSON',
    add column answers jsonb not null default '{}',
    add constraint search_origin_is_known check (origin in ('PERSON', 'WANTED'));
