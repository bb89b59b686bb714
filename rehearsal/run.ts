/** A year on the real workflows in virtual time: the script's events at their instants, everything else by itself. */
import { randomUUID } from 'node:crypto';
import type { Outcome } from '../domain/command.ts';
import { yearId } from '../domain/obligation/obligation.ts';
import { roundDates } from '../domain/round-dates.ts';
import { nominalDue, periodsInPlan } from '../domain/time/period.ts';
import { DAY, type Instant, plus } from '../domain/time/time.ts';
import type { Rules } from '../store/rules.ts';
import { applyCommand } from '../store/write/commands.ts';
import type { RehearsalEvent } from './script/events.ts';
import { perform, type Stage } from './script/run.ts';
import type { World } from './world/world.ts';

export type RunInput = {
  readonly stage: Stage;
  readonly world: World;
  readonly year: number;
  readonly events: readonly RehearsalEvent[];
  /** Stop there; otherwise a week after the last event. */
  readonly until: Instant | null;
  readonly onEvent?: (event: RehearsalEvent) => void;
};

export type Ran = {
  /** Events that were refused, as sentences: what the script wanted and why it could not be. */
  readonly refused: readonly string[];
  readonly endedAt: Instant;
};

export async function runYear(input: RunInput): Promise<Ran> {
  const { stage, world, events, until } = input;
  const refused: string[] = [];
  const started = await applyCommand(stage.pool, {
    id: randomUUID(),
    actor: { kind: 'administrator', name: '管理员' },
    receivedAt: await world.now(),
    year: yearId(stage.plan, input.year),
    act: { kind: 'start-year', withUnreachable: true },
  });
  note(refused, `启动${input.year}年度`, [started]);
  await world.settle();

  for (const moment of moments(events)) {
    const at = moment[0]?.at ?? until;
    if (at === null || (until !== null && at > until)) break;
    await world.passTo(at);
    for (const event of moment) {
      note(refused, describe(event), await perform(stage, event, await world.now()));
      input.onEvent?.(event);
    }
    await world.settle();
  }
  const last = events.at(-1)?.at ?? (await world.now());
  await world.passTo(until ?? plus(last, 7 * DAY));
  await world.settle();
  return { refused, endedAt: await world.now() };
}

/** Events of the same instant together: people act at once, and the workflows hear of it after. */
function moments(events: readonly RehearsalEvent[]): RehearsalEvent[][] {
  const groups = new Map<Instant, RehearsalEvent[]>();
  for (const event of events) groups.set(event.at, [...(groups.get(event.at) ?? []), event]);
  return [...groups.values()];
}

/** The year begins the day before its first round opens, so that nothing of it is missed and nothing is idle. */
export function beginsAt(rules: Rules, year: number): Instant {
  const [first] = periodsInPlan(rules.plan, year);
  if (first === undefined) throw new Error('periodsInPlan never answers with none');
  return plus(roundDates(rules, nominalDue(first, rules.plan.deadlines)).opensAt, -DAY);
}

function note(refused: string[], what: string, outcomes: readonly Outcome[]): void {
  for (const outcome of outcomes) if (!outcome.ok) refused.push(`${what}：${outcome.message}`);
}

const describe = (event: RehearsalEvent): string =>
  [event.do, 'period' in event ? event.period : '', 'unit' in event ? event.unit : '']
    .filter((part) => part !== '')
    .join(' ');
