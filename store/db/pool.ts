/** Connections: the pool, how values are read, statements planned once and sent in one write, and LISTEN. */
import pg from 'pg';
import type { Instant } from '../../domain/time/time.ts';

/** A pool or a client inside a transaction: whatever a statement can be run on. */
export type Db = Pick<pg.Pool, 'query'>;
export type Pool = pg.Pool;

/** @param size connections at most; keep above what runs at once on this process, waiting for one is waiting in line */
export function connect(url: string, size = 10): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types: TYPES,
    connectionTimeoutMillis: 10_000,
    // Opening one is a login and a process of Postgres, which has every statement to plan; people come minutes apart.
    idleTimeoutMillis: 600_000,
    application_name: 'cuibao',
    // Statements do not wait for the answers to those before them.
    pipeline: true,
    Client: PlanningOnce,
    // What was planned while a table was small is planned anew some time.
    maxLifetimeSeconds: 1_800,
  });
  // Without a listener a connection cut by the server ends the process (seen on Node 24). The pool listens to idle
  // clients only, and stops before whoever awaits the client can begin: each client needs a listener of its own.
  pool.on('error', ignoreError);
  pool.on('connect', (client) => client.on('error', ignoreError));
  return pool;
}

/** An instant as a statement's parameter. */
export const at = (instant: Instant | null | undefined): Date | null =>
  instant === null || instant === undefined ? null : new Date(instant);

/** An instant within jsonb, as it is everywhere: whole milliseconds. @param instant an expression */
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

/** Instants come back as epoch ms, days as `YYYY-MM-DD`: a JavaScript Date would bring in the host's time zone. */
const TYPES = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === TIMESTAMPTZ) return asInstant;
    if (oid === DATE) return asIs;
    if (oid === INT8) return Number;
    return pg.types.getTypeParser(oid, format ?? 'text');
  },
} as pg.CustomTypesConfig;

const names = new Map<string, string>();

/** A statement's name on every connection: the same text, the same name. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `s${names.size + 1}`;
  names.set(text, name);
  return name;
}

type Query = (asked: unknown, values?: unknown, callback?: unknown) => unknown;

/**
 * Has each statement planned once a connection, not each time: for a short one that is most of the server's work. What
 * is asked in one turn leaves in one write: a fifth of what a transaction costs this process was writing.
 */
class PlanningOnce extends pg.Client {
  #isGathering = false;

  override query = ((asked: unknown, values?: unknown, callback?: unknown) => {
    this.#gather();
    const ask = super.query.bind(this) as Query;
    const isPlain = typeof asked === 'string' && Array.isArray(values);
    return isPlain
      ? ask({ name: nameOf(asked), text: asked, values }, callback)
      : ask(asked, values, callback);
  }) as pg.Client['query'];

  /** Until everything that follows from the present event has been asked. */
  #gather(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => {
      this.#isGathering = false;
      stream.uncork();
    });
  }
}

/** LISTEN on a connection of its own; when it breaks it is made again. Notifications are hints: some may be lost. */
type Listener = { stop(): Promise<void> };

/**
 * @param onHint also called, with an empty payload, whenever the connection has been made (again): what was notified
 * meanwhile is lost
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
    next.on('end', () => setTimeout(() => void connect(), 1_000).unref());
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
