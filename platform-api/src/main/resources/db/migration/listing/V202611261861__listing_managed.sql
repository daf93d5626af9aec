-- A listing that another module keeps for somebody else: whoever is named as its seller cannot change it by hand.
alter table listing.listing add column managed boolean not null default false;
