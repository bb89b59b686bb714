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

-- Down Migration
drop table bounced_address;
