/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** Server-sent events by which an open page learns that its round has changed; what changed it asks for itself. */

import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { roundId } from '../../../domain/obligation/obligation.ts';
import { MINUTE, SECOND } from '../../../domain/time/time.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import type { Deps } from '../deps.ts';
import type { Changes } from './changes.ts';
import type { Frame } from './frame.ts';
import { linkTo } from './language.ts';

/** What comes in one go (a year is cancelled, a list is entered) is told once. */
const DEBOUNCE_MS = SECOND;
/** Proxies close what is silent for half a minute. */
const BEAT_MS = 25 * SECOND;
/** Then the browser asks again, with whatever rights it has by then. */
const LONGEST_MS = 10 * MINUTE;

export function liveRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get('/:period{[0-9]{4}H[12]}/live', 'read round', (c) => {
    const { changes } = deps;
    // The one answer after which a browser does not try again.
    if (!changes) return c.body(null, 204);
    const round = roundId(deps.plan, c.req.param('period'));
    // A proxy that collects answers would hold every event back.
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, (stream) => tell(stream, changes, round));
  });
  return routes;
}

/** Ends when the browser goes away, at the latest after ten minutes. */
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
  // So that the browser knows that it is connected.
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

/** Says whether the page follows the record (script/live.js), and lets it be stopped. */
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
