-- Up Migration
-- Who may use the pages, how they sign in, and what they keep there. Instants are plan time, as everywhere.

-- People besides the plan folder's contacts. An account ends and is never deleted: the trail names it.
create table account (
  id uuid primary key default gen_random_uuid(),
  plan text not null,
  role text not null check (role in ('officer', 'chief', 'supervisor', 'administrator')),
  name text not null,
  email text,
  mobile text,
  added_at timestamptz not null,
  added_by text not null,
  ended_at timestamptz
);
create index account_of_plan on account (plan) where ended_at is null;

-- One row per code asked for, also for unknown addresses: the answers must be the same.
create table sign_in_code (
  id uuid primary key,
  plan text not null,
  address text not null,
  code_hash text not null,
  -- `email` or `sms`; `read-out` by an officer to a caller, `link` printed in the terminal.
  way text not null check (way in ('email', 'sms', 'read-out', 'link')),
  client text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  used_at timestamptz
);
create index sign_in_code_address on sign_in_code (address, made_at);
create index sign_in_code_client on sign_in_code (client, made_at);

create table session (
  id uuid primary key,
  plan text not null,
  -- SHA-256 of the cookie's value; the one before is still taken for a minute after it was rotated.
  token_hash text not null unique,
  previous_hash text unique,
  rotated_at timestamptz not null,
  -- E-mail, mobile, or `account:<id>`: what the person's roles are looked up by, at every request.
  address text not null,
  way text not null check (way in ('email', 'sms', 'read-out', 'link', 'oidc', 'demonstration')),
  client text not null,
  agent text not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);
create index session_of_address on session (plan, address) where ended_at is null;

-- What a unit has typed and not handed in; one per obligation. `rev` lets the second of two tabs see the first.
create table draft (
  obligation text primary key references obligation,
  rev int not null,
  content jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null
);

create table attachment (
  id uuid primary key,
  obligation text not null references obligation,
  -- `attachment` belongs to a report, `scan` is its signed page, `evidence` of a report that came another way.
  purpose text not null check (purpose in ('attachment', 'scan', 'evidence')),
  -- Null until the report is handed in.
  version int,
  name text not null,
  type text not null,
  size_bytes int not null,
  sha256 text not null,
  content bytea not null,
  added_at timestamptz not null,
  added_by text not null,
  removed_at timestamptz
);
create index attachment_of_obligation on attachment (obligation, added_at);

-- A unit asks for a later date; the bureau grants (an extension) or refuses it.
create table extension_request (
  obligation text not null references obligation,
  number int not null,
  until date not null,
  reason text not null,
  asked_at timestamptz not null,
  asked_by text not null,
  answer text check (answer in ('granted', 'refused', 'superseded')),
  answered_at timestamptz,
  answer_text text,
  primary key (obligation, number)
);
create unique index extension_request_open on extension_request (obligation) where answer is null;

-- A leader of the unit has read and endorsed a version.
create table endorsement (
  obligation text not null references obligation,
  version int not null,
  by text not null,
  at timestamptz not null,
  primary key (obligation, version, by)
);

-- A calendar address that needs no sign-in; secret, and revocable.
create table feed (
  id uuid primary key,
  plan text not null,
  token_hash text not null unique,
  -- Code of the unit; null is the bureau's.
  unit text,
  made_at timestamptz not null,
  made_by text not null,
  revoked_at timestamptz
);

-- The trail is read newest first, page by page, and exported whole.
create index command_time on command (received_at, id);

alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (kind in ('call', 'release', 'unreachable', 'unknown',
  'resubmission', 'extension'));

-- Who signs in, or is sent something, is looked up by address at every request.
create index contact_email on contact (plan, lower(email));
create index contact_mobile on contact (plan, mobile);

-- Down Migration
drop index contact_mobile, contact_email;
delete from task where kind = 'extension';
alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (kind in ('call', 'release', 'unreachable', 'unknown',
  'resubmission'));
drop index command_time;
drop table feed, endorsement, extension_request, attachment, draft, session, sign_in_code, account;
