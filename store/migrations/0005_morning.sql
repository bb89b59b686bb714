-- Up Migration
-- What the bureau is told day by day: the last day that was decided, with or without a digest, and the newest entry of
-- the round's trail that a digest has covered; the last day with a post in its work group.
alter table round
  add column morning_done_on date,
  add column morning_seq bigint not null default 0,
  add column group_text_on date;

-- Down Migration
alter table round drop column morning_done_on, drop column morning_seq, drop column group_text_on;
