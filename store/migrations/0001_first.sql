-- Up Migration
-- Instants are plan time (domain/time/plan-time.ts); only the leases of `outbox` follow the database's own clock.

create table setting (
  key text primary key,
  value jsonb not null
);

-- One row per imported version of a plan folder; the newest is in force. Contacts are kept apart: they are personal data.
create table plan_version (
  plan text not null,
  version int not null,
  content jsonb not null,
  hash text not null,
  imported_at timestamptz not null,
  primary key (plan, version)
);

create table contact (
  plan text not null,
  unit text not null,
  role text not null,
  ordinal int not null default 1,
  name text not null,
  email text,
  mobile text,
  phone text,
  primary key (plan, unit, role, ordinal)
);

create table calendar_version (
  version text primary key,
  ordinal bigint generated always as identity,
  content jsonb not null,
  imported_at timestamptz not null
);

create table reporting_year (
  id text primary key,
  plan text not null,
  year int not null,
  phase text not null check (phase in ('started', 'cancelled')),
  rev bigint not null default 0,
  started_at timestamptz not null
);

create table round (
  id text primary key,
  year text not null references reporting_year,
  plan text not null,
  period text not null,
  phase text not null check (phase in ('planned', 'open', 'signed-off', 'cancelled')),
  nominal_due date not null,
  effective_due date not null,
  due_at timestamptz not null,
  opens_at timestamptz not null,
  call_list_at timestamptz not null,
  draft_at timestamptz,
  compile_on date not null,
  compile_at timestamptz not null,
  calendar text not null references calendar_version,
  paused boolean not null default false,
  rev bigint not null default 0,
  -- Raised only by what the compiled report shows; a compilation made from another number is stale.
  report_seq bigint not null default 0,
  -- Obligations open or returned; the row lock of its update makes exactly one transaction see it reach zero.
  outstanding int not null default 0 check (outstanding >= 0),
  compile_wanted boolean not null default false,
  call_list_done_at timestamptz,
  -- When the obligations' workflows were last seen to run.
  mended_at timestamptz,
  opened_at timestamptz,
  signed_off_version int,
  signed_off_at timestamptz
);
create index round_year on round (year);

create table obligation (
  id text primary key,
  round text not null references round,
  unit text not null,
  unit_name text not null,
  unit_kind text not null,
  unit_class text not null,
  own boolean not null,
  ordinal int not null,
  items int[] not null,
  optional_items int[] not null,
  state text not null check (state in ('open', 'submitted', 'returned', 'accepted', 'waived')),
  rev bigint not null default 0,
  -- Looks its workflow has taken, and the newest revision they saw.
  looks bigint not null default 0,
  looked_rev bigint not null default -1,
  cycle int not null default 1,
  cycle_kind text not null check (cycle_kind in ('first', 'extended', 'returned')),
  cycle_from timestamptz,
  due jsonb not null,
  original_due jsonb not null,
  due_before_extension jsonb,
  first_received_at timestamptz,
  first_version int,
  first_due_at timestamptz,
  received_at timestamptz,
  version int not null default 0,
  return_late boolean not null default false,
  confirmed_at timestamptz,
  promised_on date,
  waived_reason text
);
create index obligation_round on obligation (round, ordinal);

create table submission (
  obligation text not null references obligation,
  version int not null,
  received_at timestamptz not null,
  entered_at timestamptz not null,
  way text not null,
  evidence text not null,
  supplement boolean not null,
  withdrawn_at timestamptz,
  report jsonb not null,
  command text not null,
  primary key (obligation, version)
);

-- The audit trail: append only, with the outcome, one hash chain per subject (a round, a year, a plan).
create table command (
  id text primary key,
  subject text not null,
  seq bigint not null,
  obligation text,
  kind text not null,
  actor jsonb not null,
  content jsonb not null,
  content_hash text not null,
  received_at timestamptz not null,
  outcome jsonb not null,
  previous_hash text not null,
  hash text not null,
  unique (subject, seq)
);
create index command_obligation on command (obligation, seq);

create table chain (
  subject text primary key,
  seq bigint not null,
  hash text not null
);

create table outbox (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('changed', 'start-year', 'start-round')),
  workflow_id text not null,
  rev bigint not null,
  added_at timestamptz not null default now(),
  leased_until timestamptz,
  attempts int not null default 0,
  sent_at timestamptz
);
create index outbox_unsent on outbox (id) where sent_at is null;

create table step (
  obligation text not null references obligation,
  cycle int not null,
  key text not null,
  kind text not null,
  state text not null check (state in ('planned', 'performed', 'skipped', 'cancelled')),
  at timestamptz not null,
  not_after timestamptz not null,
  -- Where the step first stood, when its window closed on it or a promise held it.
  first_at timestamptz not null,
  addressing jsonb not null,
  reason text,
  settled_at timestamptz,
  primary key (obligation, cycle, key)
);
create index step_planned on step (obligation, at) where state = 'planned';
create index step_at on step (at) where state = 'planned';

create table message (
  key text primary key,
  channel text not null,
  kind text not null,
  at timestamptz not null,
  person text not null,
  address text not null,
  subject text not null default '',
  text text not null default '',
  parts int not null default 1,
  -- The delivery whose activity sends it, and the attempt that holds it: only these may take over and settle.
  owner text not null,
  attempt text not null,
  attempts int not null default 1,
  state text not null check (state in ('sending', 'failed for now', 'sent', 'rejected', 'unknown', 'given up',
    'cancelled')),
  claimed_at timestamptz not null,
  settled_at timestamptz,
  provider_id text,
  reason text
);

create table delivery (
  key text primary key,
  round text not null references round,
  obligation text references obligation,
  cycle int not null,
  step text not null,
  kind text not null,
  slot text not null,
  channel text not null,
  state text not null check (state in ('planned', 'held', 'sending', 'sent', 'rejected', 'unknown',
    'given up', 'skipped', 'cancelled', 'dismissed')),
  at timestamptz not null,
  not_after timestamptz not null,
  -- What a held document becomes when it is released, or why this delivery exists (a fallback of another).
  instead_of text,
  person text,
  message text references message,
  content jsonb,
  reason text,
  settled_at timestamptz
);
create index delivery_obligation on delivery (obligation, cycle, step);
create index delivery_waiting on delivery (obligation) where state in ('planned', 'sending', 'held');
create index delivery_message on delivery (message);

-- Something for an officer to do: call, release, look into an unreachable contact.
create table task (
  id text primary key,
  round text not null references round,
  obligation text references obligation,
  delivery text,
  kind text not null check (kind in ('call', 'release', 'unreachable', 'unknown', 'resubmission')),
  text text not null,
  since timestamptz not null,
  done_at timestamptz,
  done_by text
);
create index task_open on task (round) where done_at is null;

create table compilation (
  round text not null references round,
  version int not null,
  report_seq bigint not null,
  draft boolean not null,
  outstanding int not null,
  made_at timestamptz not null,
  reason text not null,
  data jsonb not null,
  document bytea not null,
  primary key (round, version)
);

create function command_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'table command is append only';
end $$;
create trigger command_append_only before update or delete on command
  for each row execute function command_is_append_only();

-- Down Migration
drop table compilation, task, delivery, message, step, outbox, chain, command, submission, obligation, round,
  reporting_year, calendar_version, contact, plan_version, setting;
drop function command_is_append_only;
