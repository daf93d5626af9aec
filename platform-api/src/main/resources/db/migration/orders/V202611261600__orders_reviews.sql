-- What the two sides of a purchase say of each other. Both are read from the same moment on, so that neither answers the other.
create table orders.review (
    order_id   uuid not null references orders.purchase,
    author     uuid not null,
    about      uuid not null,
    side       text not null,
    rating     smallint not null,
    words      text not null,
    given_at   timestamptz not null,
    reveals_at timestamptz not null,
    primary key (order_id, author),
    constraint review_is_of_the_other_side check (author <> about),
    constraint review_side_is_known check (side in ('BUYER', 'SELLER')),
    constraint review_rating_is_known check (rating between 1 and 5)
);

create index review_about on orders.review (about, reveals_at desc, order_id desc);
