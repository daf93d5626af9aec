-- Who holds a lot may give parts of it to several deals.
alter table exchange.lot drop constraint a_holder_has_the_whole;
