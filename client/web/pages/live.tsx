/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';

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
