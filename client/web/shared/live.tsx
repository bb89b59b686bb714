/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** Server-sent events that notify an open page of changes to its round. The page then requests itself again. */

import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { roundId } from '../../../domain/obligation/obligation.ts';
import { MINUTE, SECOND } from '../../../domain/time/time.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import type { Deps } from '../deps.ts';
import type { Changes } from './changes.ts';
import type { Frame } from './frame.ts';
import { linkTo } from './language.ts';

/** Changes within a second (a cancelled year, an imported list) are one event. */
const DEBOUNCE_MS = SECOND;
/** Proxies close connections that are silent for half a minute. */
const BEAT_MS = 25 * SECOND;
/** The browser then reconnects, and its permissions are checked again. */
const LONGEST_MS = 10 * MINUTE;

export function liveRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get('/:period{[0-9]{4}H[12]}/live', 'read round', (c) => {
    const { changes } = deps;
    // 204 is the only answer after which a browser does not reconnect.
    if (!changes) return c.body(null, 204);
    const round = roundId(deps.plan, c.req.param('period'));
    // Keeps proxies from buffering events.
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, (stream) => tell(stream, changes, round));
  });
  return routes;
}

/** Until the browser disconnects, at most ten minutes. */
async function tell(stream: SSEStreamingApi, changes: Changes, round: string): Promise<void> {
  let waiting: NodeJS.Timeout | null = null;
  const write = (event: string) => void stream.writeSSE({ event, data: '' });
  const unsubscribe = changes.subscribe(round, () => {
    waiting ??= setTimeout(() => {
      waiting = null;
      write('changed');
    }, DEBOUNCE_MS);
  });
  const beat = setInterval(() => write('beat'), BEAT_MS);
  // Tells the browser that it is connected.
  write('beat');
  await new Promise<void>((resolve) => {
    const longest = setTimeout(resolve, LONGEST_MS);
    stream.onAbort(() => {
      clearTimeout(longest);
      resolve();
    });
  });
  unsubscribe();
  clearInterval(beat);
  if (waiting) clearTimeout(waiting);
}

type LiveProps = {
  readonly frame: Frame;
  /** The round's board, or a page below it. */
  readonly here: string;
  readonly query: Readonly<Record<string, string>>;
  readonly isLive: boolean;
};

/** Says whether the page updates itself (script/live.js), with a link that stops it. */
export function Live({ frame, here, query, isLive }: LiveProps) {
  const { words, language } = frame;
  return (
    <p class="live">
      {isLive && (
        <span
          role="status"
          data-live={`/${here.split('/')[1]}/live?by=itself`}
          data-updated={words.liveUpdated}
          data-lost={words.liveLost}
          data-signed-out={words.liveSignedOut}
        >
          {words.liveOn}
        </span>
      )}{' '}
      <a href={linkTo(here, language, { ...query, live: isLive ? '0' : '' })}>
        {isLive ? words.liveOff : words.liveAgain}
      </a>
    </p>
  );
}
