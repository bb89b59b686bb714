/** Connections: the pool, how values are read, and LISTEN. */
import pg from 'pg';
import type { Instant } from '../../domain/time/time.ts';

/** A pool, or a client inside a transaction. */
export type Db = Pick<pg.Pool, 'query'>;
export type Pool = pg.Pool;

/** @param size connections at most; more than the transactions that this process runs at once, or some will wait */
export function connect(url: string, size = 10): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types: TYPES,
    connectionTimeoutMillis: 10_000,
    // A new connection costs a login, a process of Postgres and the plans of its statements; requests come minutes apart.
    idleTimeoutMillis: 600_000,
    application_name: 'cuibao',
    // Statements are sent without waiting for earlier answers (transaction.ts).
    pipeline: true,
    Client: NamingClient,
    // A plan made while its table was small must not stay for ever.
    maxLifetimeSeconds: 1_800,
  });
  // Without a listener, a connection that the server cuts ends the process (seen on Node 24). The pool listens only to
  // idle clients, so each client needs a listener of its own.
  pool.on('error', ignoreError);
  pool.on('connect', (client) => client.on('error', ignoreError));
  return pool;
}

/** An instant as a statement's parameter. */
export const at = (instant: Instant | null | undefined): Date | null =>
  instant === null || instant === undefined ? null : new Date(instant);

/** SQL for an instant within jsonb, in whole milliseconds. @param instant an SQL expression */
export const ms = (instant: string): string => `round(extract(epoch from ${instant}) * 1000)`;

/** A closed list of the domain in a statement: `('sent', 'delivered')`. For constants only: values are not escaped. */
export const sqlList = (values: readonly string[]): string => `('${values.join("', '")}')`;

export const ignoreError = (): void => {};

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const INT8 = 20;
const asDate = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date;
const asInstant = (text: string): number => asDate(text).getTime();
const asIs = (text: string): string => text;

/** Instants are read as epoch ms, days as `YYYY-MM-DD`: a JavaScript Date would bring in the host's time zone. */
const TYPES = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === TIMESTAMPTZ) return asInstant;
    if (oid === DATE) return asIs;
    if (oid === INT8) return Number;
    return pg.types.getTypeParser(oid, format ?? 'text');
  },
} as pg.CustomTypesConfig;

type Query = (asked: unknown, values?: unknown, callback?: unknown) => unknown;

/**
 * Names every statement that has parameters, so that each connection plans it once (a prepared statement). Planned at
 * each use instead, a delivery costs the server 60 % more time (docs/benchmarks.md). A name holds one plan for all
 * values, so a statement must not choose a column by a parameter.
 */
class NamingClient extends pg.Client {
  override query = ((asked: unknown, values?: unknown, callback?: unknown) => {
    const ask = super.query.bind(this) as Query;
    return typeof asked === 'string' && Array.isArray(values)
      ? ask({ name: nameOf(asked), text: asked, values }, callback)
      : ask(asked, values, callback);
  }) as pg.Client['query'];
}

const names = new Map<string, string>();

/** The same text has the same name on every connection. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `s${names.size + 1}`;
  names.set(text, name);
  return name;
}

type Listener = { stop(): Promise<void> };

const RECONNECT_MS = 1_000;

/**
 * Listens on a connection of its own, and connects again when it breaks. Notifications may be lost: treat them as hints.
 * @param onHint also called with an empty payload after each connect, because notifications before it are lost
 */
export function listenTo(
  databaseUrl: string,
  channel: string,
  onHint: (payload: string) => void,
): Listener {
  let stopped = false;
  let client: pg.Client | null = null;
  const connect = async () => {
    if (stopped) return;
    const name = `cuibao ${channel}`;
    const next = new pg.Client({ connectionString: databaseUrl, application_name: name });
    next.on('error', () => {});
    next.on('end', () => setTimeout(() => void connect(), RECONNECT_MS).unref());
    next.on('notification', ({ payload }) => onHint(payload ?? ''));
    client = next;
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      onHint('');
    } catch {
      await next.end().catch(() => {});
    }
  };
  void connect();
  return {
    async stop() {
      stopped = true;
      await client?.end().catch(() => {});
    },
  };
}
