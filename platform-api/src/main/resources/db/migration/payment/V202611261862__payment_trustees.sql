-- Sellers who sell what is not theirs: the proceeds of their orders are held for the owners and are never their balance.
create table payment.trustee (
    account uuid primary key,
    since   timestamptz not null
);
