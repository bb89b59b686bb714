/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { randomUUID } from 'node:crypto';
import type { BouncedAddress } from '../../../store/read/contacts.ts';
import { onPlan } from '../../command.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { actorOf } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { type Frame, mayHere } from '../shared/frame.ts';
import { idOf, typedIn } from '../shared/sent.ts';
import { shortTime } from '../shared/shown.ts';

type BouncedMarkProps = {
  readonly frame: Frame;
  readonly bounced: BouncedAddress | undefined;
  /** Where to return to. */
  readonly back: string;
};

/** Marks an address from which mail came back, with a button that clears the mark. */
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

const CONTACTS = '/admin/contacts';
const OF_UNIT = /^\/\d{4}H[12]\/[\w-]+$/;

/** Clears a bounce mark. */
export function bounceRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.post('/bounces/clear', 'send again', async (c) => {
    const { id, address, back } = await typedIn(c, ['address', 'back']);
    const wish = { actor: actorOf(c, 'send again'), id: idOf(id) };
    const { command } = await onPlan(deps, wish, deps.plan, { kind: 'clear-bounce', address });
    // Already cleared by somebody else: fine.
    return OF_UNIT.test(back)
      ? c.redirect(back, 303)
      : c.redirect(`${CONTACTS}?done=${command}`, 303);
  });
  return routes;
}
