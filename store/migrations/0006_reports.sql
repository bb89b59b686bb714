-- Up Migration
-- Receipts of messages after they were handed over, and pauses of sending. Instants are plan time.

alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check check (state in ('planned', 'held', 'sending', 'sent',
  'delivered', 'rejected', 'unknown', 'given up', 'skipped', 'cancelled', 'dismissed'));
alter table message drop constraint message_state_check;
alter table message add constraint message_state_check check (state in ('sending', 'failed for now', 'sent',
  'delivered', 'rejected', 'unknown', 'given up', 'cancelled'));

-- The key as other systems get to see it (gateways/gateway.ts): by it, or by the provider's id, a report is matched.
alter table message add column reference text;
update message set reference = encode(sha256(convert_to(key, 'UTF8')), 'hex');
alter table message alter column reference set not null;
create index message_reference on message (reference);
create index message_provider_id on message (channel, provider_id) where provider_id is not null;
-- How often its provider was asked for a receipt.
alter table message add column polls int not null default 0;
-- Finds the recent messages to one address.
create index message_address on message (address, claimed_at);

-- Receipts of SMS and bounces of mail as they came. Kept first, applied by the worker: a receipt may come before the
-- attempt that sent the message has settled it.
create table delivery_report (
  -- A hash of what it says: the same receipt twice is one.
  id text primary key,
  channel text not null check (channel in ('email', 'sms')),
  reference text,
  provider_id text,
  outcome text not null check (outcome in ('delivered', 'undelivered')),
  code text,
  at timestamptz,
  arrived_at timestamptz not null,
  applied_at timestamptz
);
create index delivery_report_waiting on delivery_report (arrived_at) where applied_at is null;

-- Pauses of all sending of a plan. One open row at most; ended rows stay: when, who and why.
create table sending_pause (
  plan text not null,
  since timestamptz not null,
  by text not null,
  reason text not null,
  ended_at timestamptz,
  ended_by text
);
create unique index sending_pause_open on sending_pause (plan) where ended_at is null;

-- On the round's own row: a claim that waits for the row's lock sees only this row's newest state.
alter table round add column plan_paused boolean not null default false;
