-- What the record of a swapped book is called in the log, so that its receipt can be found. Null for books that had left before.
alter table corner.departure add column code text unique;
