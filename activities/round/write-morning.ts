/** Writes the digest of a working morning to every officer: once a day, decided under the round's lock. */

import { morningStep, officersAmong, placesToWrite } from '../../domain/people/officers.ts';
import { nextMorning } from '../../domain/round/bureau-days.ts';
import { isQuiet, type MorningTopic, morningOf } from '../../domain/round/morning.ts';
import { isHalted, type Round } from '../../domain/round/round.ts';
import { senderOf } from '../../domain/texts/about.ts';
import { renderDigest } from '../../domain/texts/messages/digests.ts';
import { toPlan } from '../../domain/time/plan-time.ts';
import { type Instant, timeOfDay } from '../../domain/time/time.ts';
import { lockRound } from '../../store/db/locks.ts';
import type { Db } from '../../store/db/pool.ts';
import { inTransaction } from '../../store/db/transaction.ts';
import {
  countTasks,
  deedsSince,
  readBureauDays,
  stepsBetween,
} from '../../store/read/bureau-days.ts';
import { readContacts } from '../../store/read/contacts.ts';
import { onceUndelivered, readContactsMade } from '../../store/read/last-contact.ts';
import { readObligations } from '../../store/read/obligations.ts';
import { type Rules, readRules } from '../../store/read/plans.ts';
import { readRound } from '../../store/read/rounds.ts';
import { markMorning } from '../../store/write/rounds.ts';
import type { Deps } from '../deps.ts';
import { addDigest } from './digest.ts';
import { type LookDeps, type RoundLook, roundLook } from './look-at-round.ts';

export const createWriteMorning = (deps: LookDeps & Pick<Deps, 'demonstration'>) => ({
  async writeMorning({ round: id, asOf }: { round: string; asOf: number }): Promise<RoundLook> {
    const now = toPlan(asOf, deps.offset);
    await inTransaction(deps.pool, async (tx) => {
      await lockRound(tx, id, 'alone');
      const round = await readRound(tx, id);
      const days = await readBureauDays(tx, id);
      const rules = await readRules(tx, round.plan);
      const kept = { since: round.openedAt, doneOn: days.morningDoneOn };
      const due = nextMorning({ ...rules, policy: rules.plan.policy }, kept, now);
      if (due === null || due > now || isHalted(round) || round.phase !== 'open') return;
      const { deeds, seq } = await deedsSince(tx, id, days.morningSeq);
      const topic = await topicOf(tx, round, rules, deeds, now);
      await markMorning(tx, id, rules.zone.dayOf(now), seq);
      if (!isQuiet(topic)) await addToAll(tx, deps, round, rules, topic, now);
    });
    return roundLook(deps, id, now);
  },
});

async function topicOf(
  tx: Db,
  round: Round,
  rules: Rules,
  deeds: Awaited<ReturnType<typeof deedsSince>>['deeds'],
  now: Instant,
): Promise<MorningTopic> {
  const { zone } = rules;
  const today = zone.dayOf(now);
  const [from, before] = [zone.at(today, timeOfDay('00:00')), zone.at(today, timeOfDay('24:00'))];
  const made = await readContactsMade(tx, round.id, await onceUndelivered(tx, round.id));
  const record = {
    round,
    obligations: await readObligations(tx, round.id),
    deeds,
    lastMessages: made.messages,
    waiting: await countTasks(tx, round.id),
    today: await stepsBetween(tx, round.id, from, before),
  };
  return morningOf(record, rules, now);
}

async function addToAll(
  tx: Db,
  { demonstration }: Pick<Deps, 'demonstration'>,
  round: Round,
  rules: Rules,
  topic: MorningTopic,
  now: Instant,
): Promise<void> {
  const { period, due, compileOn } = round;
  const text = renderDigest(
    rules.plan,
    {
      sender: senderOf(rules.plan),
      period,
      nominalDue: due.nominal,
      compileOn,
      asOf: now,
      topic,
      demonstration,
    },
    rules.zone,
  );
  const on = rules.zone.dayOf(now);
  const officers = officersAmong(await readContacts(tx, round.plan), rules.plan.bureau.unit);
  for (const officer of placesToWrite(officers)) {
    await addDigest(tx, rules, round, morningStep(on, officer), { ...text, officer }, now);
  }
}
