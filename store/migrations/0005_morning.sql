-- Up Migration
-- What the bureau is told day by day: the last day that was decided, whatever came of it, and the newest entry of the
-- round's trail that a digest has spoken of; the last day on which its work group was spoken to.
alter table round
  add column morning_done_on date,
  add column morning_seq bigint not null default 0,
  add column group_text_on date;

-- Down Migration
alter table round drop column morning_done_on, drop column morning_seq, drop column group_text_on;
