/** LISTEN on a connection of its own; when it breaks it is made again. Notifications are hints: some may be lost. */
import pg from 'pg';

/** Told of everything that is recorded, with the round, year or plan it is about; for pages that show it. */
export const RECORD_CHANNEL = 'cuibao_record';

export type Listener = { stop(): Promise<void> };

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
