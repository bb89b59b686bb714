-- Up Migration
-- Dated facts about contacts. An import of the plan folder does not touch them.

-- A person on leave, by name: a successor in the role is not on leave. A leave that ends early is shortened or deleted;
-- the plan's trail keeps who did so.
create table leave (
  id text primary key,
  plan text not null,
  unit text not null,
  role text not null,
  person text not null,
  -- First and last day, both included, in the plan's zone.
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  -- Null: the unit's deputy stands in.
  substitute_name text,
  substitute_email text,
  substitute_mobile text,
  substitute_phone text
);
create index leave_of_unit on leave (plan, unit, role);
create index leave_email on leave (plan, lower(substitute_email));
create index leave_mobile on leave (plan, substitute_mobile);

-- Before a round opens, liaisons are asked whether they are still in charge.
alter table round add column contact_check_at timestamptz, add column contact_check_done_at timestamptz;

create table contact_check (
  round text not null references round,
  unit text not null,
  state text not null check (state in ('asked', 'confirmed', 'named', 'changed', 'skipped')),
  -- The people named by the unit, until an officer accepts them.
  proposal jsonb,
  reason text,
  asked_at timestamptz,
  answered_at timestamptz,
  answered_by text,
  primary key (round, unit)
);
create index contact_check_unit on contact_check (unit);

alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (kind in ('call', 'release', 'unreachable', 'unknown',
  'resubmission', 'extension', 'contacts'));

-- Addresses that bounced, and what was sent to them since: every board reads that.
create index message_rejected on message (address) where state = 'rejected';
create index message_sent_to on message (address, claimed_at) where state = 'sent';

-- Down Migration
drop index message_sent_to, message_rejected;
delete from task where kind = 'contacts';
alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (kind in ('call', 'release', 'unreachable', 'unknown',
  'resubmission', 'extension'));
drop table contact_check;
alter table round drop column contact_check_done_at, drop column contact_check_at;
drop table leave;
