#!/bin/sh
# Run once, when the data folder is made. Temporal gets a role of its own that makes its two databases and cannot
# enter ours.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$TEMPORAL_DB_PASSWORD" --set=ours="$POSTGRES_DB" \
  --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
create role temporal login createdb password :'password';
revoke connect on database :"ours" from public;
SQL
