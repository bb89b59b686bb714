-- Up Migration
-- Mails that came back after the mail server had taken them. Instants are plan time, as everywhere.

-- One row per message: the same bounce again changes nothing. An address is marked while a row of it is not cleared.
create table bounced_address (
  message text primary key references message,
  address text not null,
  -- `undelivered`: the address is no good. `not now`: full, policy, still being tried. `unclear`: nothing to be read.
  verdict text not null check (verdict in ('undelivered', 'not now', 'unclear')),
  code text,
  at timestamptz not null,
  cleared_at timestamptz
);
create index bounced_address_open on bounced_address (address) where cleared_at is null;

-- A bounce names its message by the beginning of this (gateways/reference.ts). Declared immutable because the encoding
-- of a database never changes.
create function message_reference(key text) returns text immutable strict language sql
  as $$ select encode(sha256(convert_to(key, 'UTF8')), 'hex') $$;
create index message_by_reference on message (message_reference(key) text_pattern_ops);

-- Down Migration
drop index message_by_reference;
drop function message_reference;
drop table bounced_address;
