/** A year on the real workflows in virtual time: the script's events at their instants, everything else by itself. */

import { randomUUID } from 'node:crypto';
import type { Actor, Command, Outcome } from '../../domain/command.ts';
import type { ObligationAct } from '../../domain/obligation/act.ts';
import {
  type Obligation,
  obligationId,
  roundId,
  yearId,
} from '../../domain/obligation/obligation.ts';
import { roundDates } from '../../domain/round/round-dates.ts';
import { nominalDue, periodsInPlan } from '../../domain/time/period.ts';
import { DAY, type Instant, plus } from '../../domain/time/time.ts';
import type { Pool } from '../../store/db/pool.ts';
import { newestCompilation } from '../../store/read/compilations.ts';
import { findContact } from '../../store/read/contacts.ts';
import { readObligation } from '../../store/read/obligations.ts';
import { type Rules, readRules } from '../../store/read/plans.ts';
import { applyCommand } from '../../store/write/commands.ts';
import type { World } from '../world/world.ts';
import type { RehearsalEvent } from './events.ts';
import { sampleReport } from './sample-report.ts';

type RunInput = {
  readonly stage: Stage;
  readonly world: World;
  readonly year: number;
  readonly events: readonly RehearsalEvent[];
  /** Stop there; otherwise a week after the last event. */
  readonly until: Instant | null;
  readonly onEvent?: (event: RehearsalEvent) => void;
};

type Ran = {
  /** Events that were refused, as sentences: what the script wanted and why it was refused. */
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

/** Groups events of the same instant: the workflows hear of them after all are done. */
function moments(events: readonly RehearsalEvent[]): RehearsalEvent[][] {
  const groups = new Map<Instant, RehearsalEvent[]>();
  for (const event of events) groups.set(event.at, [...(groups.get(event.at) ?? []), event]);
  return [...groups.values()];
}

/** The day before the year's first round opens, so that nothing is missed and no time is idle. */
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

/** Performs events as a person would: as commands through applyCommand, at the virtual present. */
type Stage = {
  readonly pool: Pool;
  readonly plan: string;
  /** Makes a contact's address unreachable; absent where messages go through real channels. */
  readonly breakChannel: (address: string, channel: 'email' | 'sms') => Promise<void> | void;
};

const BUREAU: Actor = { kind: 'bureau', name: '市金融局经办' };

/** @returns the outcomes; the rehearsal reports refused ones, they are no errors */
async function perform(
  stage: Stage,
  event: RehearsalEvent,
  now: Instant,
): Promise<readonly Outcome[]> {
  if (event.do === 'break channel') {
    await breakChannel(stage, event);
    return [];
  }
  const round = roundId(stage.plan, event.period);
  if (event.do === 'release letters') return releaseLetters(stage, round, now);
  if (event.do === 'sign off') return signOff(stage, round, now);
  return [await actOn(stage, await readRules(stage.pool, stage.plan), event, now)];
}

type UnitEvent = Exclude<RehearsalEvent, { do: 'break channel' | 'release letters' | 'sign off' }>;

async function actOn(stage: Stage, rules: Rules, event: UnitEvent, now: Instant): Promise<Outcome> {
  const obligation = obligationId(roundId(stage.plan, event.period), event.unit);
  const of = await readObligation(stage.pool, obligation);
  const isUnit = event.do === 'submit' || event.do === 'withdraw' || event.do === 'confirm';
  return applyCommand(stage.pool, {
    id: randomUUID(),
    actor: isUnit ? { kind: 'unit', name: of.unitName } : BUREAU,
    receivedAt: now,
    obligation,
    act: actOf(event, of, rules),
  });
}

function actOf(event: UnitEvent, of: Obligation, rules: Rules): ObligationAct {
  switch (event.do) {
    case 'submit':
      return { kind: 'submit', report: reportOf(of, rules, event.nil) };
    case 'record': {
      const { way, receivedAt, evidence } = event;
      const report = reportOf(of, rules, false);
      return { kind: 'record', report, way, actuallyReceivedAt: receivedAt, evidence };
    }
    case 'return':
      return { kind: 'return', version: of.version, reason: event.reason, until: event.until };
    case 'accept':
      return { kind: 'accept', version: of.version };
    case 'extend':
      return { kind: 'extend', until: event.until, reason: event.reason };
    case 'call':
      return { kind: 'call', who: event.who, answer: event.answer, promisedOn: event.promisedOn };
    case 'withdraw':
    case 'waive':
      return { kind: event.do, reason: event.reason };
    case 'confirm':
    case 'remind':
      return { kind: event.do };
  }
}

function reportOf(of: Obligation, rules: Rules, nil: boolean) {
  const report = sampleReport(of, rules.plan.items, of.version + 1);
  return nil ? { ...report, nil: true, items: [], remark: '本期无新进展。' } : report;
}

async function releaseLetters(stage: Stage, round: string, now: Instant): Promise<Outcome[]> {
  const { rows } = await stage.pool.query<{ key: string; obligation: string }>(
    `select key, obligation from delivery
      where round = $1 and channel = 'letter' and state = 'held' order by key`,
    [round],
  );
  const commands: Command[] = rows.map(({ key, obligation }) => ({
    id: randomUUID(),
    actor: { kind: 'bureau', name: '市金融局负责人' },
    receivedAt: now,
    obligation,
    act: { kind: 'release', delivery: key },
  }));
  const outcomes: Outcome[] = [];
  for (const command of commands) outcomes.push(await applyCommand(stage.pool, command));
  return outcomes;
}

async function signOff(stage: Stage, round: string, now: Instant): Promise<Outcome[]> {
  const newest = await newestCompilation(stage.pool, round);
  const outcome = await applyCommand(stage.pool, {
    id: randomUUID(),
    actor: { kind: 'bureau', name: '市金融局负责人' },
    receivedAt: now,
    round,
    act: { kind: 'sign-off', version: newest?.version ?? 0 },
  });
  return [outcome];
}

async function breakChannel(
  stage: Stage,
  event: Extract<RehearsalEvent, { do: 'break channel' }>,
): Promise<void> {
  const contact = await findContact(stage.pool, stage.plan, event.unit, event.role);
  const address = event.channel === 'sms' ? contact?.mobile : contact?.email?.toLowerCase();
  if (address) await stage.breakChannel(address, event.channel);
}
