/**
 * One round: open it, start its obligations, then compile, tell the bureau and mend, moment by moment, until it is
 * signed off. These activities return the next look, so the round asks for one only when there is news.
 */
import { condition, log, sleep } from '@temporalio/workflow';
import type { RoundLook, RoundTodo } from '../activities/round/look-at-round.ts';
import { compiling, database, starting, telling } from './activities.ts';
import type { WorkflowInput } from './messages.ts';
import { listen, type News } from './news.ts';
import { pauseOf } from './standstill.ts';

export async function reportingRound({ id }: WorkflowInput): Promise<void> {
  const news = listen();
  const lookAgain = () =>
    news.seenBy(() => database().lookAtRound({ round: id, asOf: Date.now() }));
  let look = (await open(id)) ?? (await lookAgain());
  for (let standstill = 0; !look.over; ) {
    if (standstill > 0) await sleep(pauseOf(standstill));
    const due = await nextDue(look, news);
    const answer = due && (await perform(id, due));
    standstill = isDueAgain(look, answer) ? standstill + 1 : 0;
    if (standstill > 0) log.warn('the same is due again', { round: id, standstill });
    look = answer ?? (await lookAgain());
  }
}

/** The look returned by an activity; earlier releases returned none. */
type Answer = RoundLook | null | undefined;

async function open(round: string): Promise<Answer> {
  const { slices } = await database().openRound({ round, asOf: Date.now() });
  let last: Answer = null;
  for (const obligations of slices)
    last = await starting().startObligations({ round, obligations });
  return last;
}

/** Waits for the next moment. @returns what has to be done; null when there is news before that */
async function nextDue(look: RoundLook, news: News): Promise<RoundTodo | null> {
  if (look.todo) return look.todo;
  const pause = Math.max(1, look.wakeAt - Date.now());
  return (await condition(() => news.isBeyond(look), pause)) ? null : look.coming;
}

const isDueAgain = (before: RoundLook, after: Answer): boolean =>
  before.rev === after?.rev && JSON.stringify(nextOf(before)) === JSON.stringify(nextOf(after));

/** What has to be done now, or what comes next and when. */
const nextOf = ({ todo, wakeAt, coming }: RoundLook) =>
  todo ?? (wakeAt <= Date.now() ? coming : wakeAt);

async function perform(round: string, todo: RoundTodo): Promise<Answer> {
  switch (todo.kind) {
    case 'compile':
      return compiling().compileReport({ round });
    case 'call list':
      return database().listCalls({ round, asOf: Date.now() });
    case 'morning':
      return database().writeMorning({ round, asOf: Date.now() });
    case 'group text':
      return database().writeGroupText({ round, asOf: Date.now() });
    case 'tell bureau':
      return tellBureau(todo);
    case 'mend':
      return starting().startObligations({ round });
  }
}

type ToTell = Extract<RoundTodo, { kind: 'tell bureau' }>;

/**
 * Tells officers and work group. What fails for a minute is given up: the next look compiles first if that is due, then
 * tries again.
 * @returns the look of the activity that ended last. If it missed the result of another one, the next turn finds
 * nothing to do.
 */
async function tellBureau({ mails, toGroup }: ToTell): Promise<Answer> {
  let last: Answer = null;
  const told = [
    ...mails.map((delivery) => telling().tellBureau({ delivery })),
    ...toGroup.map((delivery) => telling().tellGroup({ delivery })),
  ].map(async (answer) => {
    last = await answer;
  });
  const failed = (await Promise.allSettled(told)).filter(({ status }) => status === 'rejected');
  if (failed.length === 0) return last;
  log.warn('the bureau could not be told yet', { round: failed.length });
  return null;
}
