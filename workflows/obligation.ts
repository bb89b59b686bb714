/**
 * One obligation: look, wait for the next moment or a change, deliver, and so on until its round is over. Other
 * activities that read the record anyway hand over a look: at the start, with news, and after a delivery.
 */
import { condition, log, setHandler } from '@temporalio/workflow';
import type { Look, Target } from '../activities/obligation/look.ts';
import { database, delivering } from './activities.ts';
import { changed, type ObligationInput } from './messages.ts';
import { pauseOf } from './standstill.ts';

export async function obligation({ id, look: first }: ObligationInput): Promise<void> {
  const news = listen();
  let look = first ?? (await lookAt(id));
  for (let standstill = 0; !look.over; ) {
    const wakeAt = standstill === 0 ? look.wakeAt : Date.now() + pauseOf(standstill);
    const next = (await changesBefore(wakeAt, () => news.goBeyond(look)))
      ? await news.after(look, () => lookAt(id))
      : await deliverAll(id, look.targets);
    standstill = isSameMoment(look, next) ? standstill + 1 : 0;
    if (standstill > 0) log.warn('the same is due again', { obligation: id, standstill });
    look = next;
  }
}

/** Keeps the highest revision heard of, and the newest look that came with one. */
function listen() {
  let heard = 0;
  let told: Look | null = null;
  setHandler(changed, (rev, look) => {
    heard = Math.max(heard, rev);
    if (look && look.look > (told?.look ?? 0)) told = look;
  });
  /** A look that came with news leaves out what is being sent, so it can be used only while nothing is being sent. */
  const shown = (present: Look): Look | null =>
    told && present.wakeAt > Date.now() && told.look > present.look && told.rev >= heard
      ? told
      : null;
  return {
    goBeyond: ({ rev }: Look): boolean => heard > rev,
    async after(present: Look, lookAgain: () => Promise<Look>): Promise<Look> {
      const upTo = heard;
      const seen = shown(present) ?? (await lookAgain());
      // After a restore the database may be behind what was signalled; that must not make it look forever.
      if (heard === upTo) heard = seen.rev;
      return seen;
    },
  };
}

const lookAt = (id: string): Promise<Look> =>
  database().planSteps({ obligation: id, asOf: Date.now() });

/** A past moment must not wait; and a time-out of exactly 0 has a history of its own in the SDK. */
const changesBefore = async (wakeAt: number, hasChanged: () => boolean): Promise<boolean> =>
  wakeAt <= Date.now() ? hasChanged() : condition(hasChanged, Math.max(1, wakeAt - Date.now()));

/** The same targets are due again: the delivery changed nothing. */
const isSameMoment = (before: Look, after: Look): boolean =>
  after.targets.length > 0 &&
  after.wakeAt <= Date.now() &&
  JSON.stringify(before.targets) === JSON.stringify(after.targets);

/**
 * One activity for each queue; in it each delivery is claimed, sent and settled by itself. Each activity returns a
 * look; the newest one saw the results of the others. Looks again when there was nothing to deliver or an activity
 * failed.
 */
async function deliverAll(id: string, targets: readonly Target[]): Promise<Look> {
  const looks = await Promise.allSettled(
    delivering(targets).map(({ deliver, some }) => deliver({ obligation: id, targets: some })),
  );
  const failed = looks.some((look) => look.status === 'rejected');
  if (failed) log.warn('a delivery failed; looking again', { obligation: id });
  const seen = looks.flatMap((look) => (look.status === 'fulfilled' ? [look.value] : []));
  if (failed || seen.length === 0) return lookAt(id);
  return seen.reduce((newest, next) => (next.look > newest.look ? next : newest));
}
