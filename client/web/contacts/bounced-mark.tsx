/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { randomUUID } from 'node:crypto';
import type { BouncedAddress } from '../../../store/write/bounced-addresses.ts';
import { type Frame, mayHere } from '../shared/frame.ts';
import { shortTime } from '../shared/shown.ts';

type BouncedMarkProps = {
  readonly frame: Frame;
  readonly bounced: BouncedAddress | undefined;
  /** The page to come back to. */
  readonly back: string;
};

/** That mail came back from an address, and the way to say that it is good all the same. */
export function BouncedMark({ frame, bounced, back }: BouncedMarkProps) {
  if (!bounced) return null;
  const { words } = frame;
  const { verdict, code, at, address } = bounced;
  const what = [words.bounces[verdict], shortTime(frame, at), ...(code ? [`（${code}）`] : [])];
  return (
    <>
      <span class={verdict === 'undelivered' ? 'tag bad' : 'tag'}>{what.join(' ')}</span>
      {mayHere(frame, 'send again') && (
        <form method="post" action="/bounces/clear">
          <input type="hidden" name="id" value={randomUUID()} />
          <input type="hidden" name="address" value={address} />
          <input type="hidden" name="back" value={back} />
          <button class="small second" type="submit" aria-label={`${words.clearBounce} ${address}`}>
            {words.clearBounce}
          </button>
        </form>
      )}
    </>
  );
}
