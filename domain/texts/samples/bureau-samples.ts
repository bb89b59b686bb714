/** What goes to the bureau's own people: digests, tasks, and the codes by which anybody signs in. */

import { count, type Obligation } from '../../obligation/obligation.ts';
import type { Plan } from '../../plan/plan.ts';
import { DAY, plus } from '../../time/time.ts';
import { senderOf } from '../about.ts';
import { contactsTaskText, extensionTaskText } from '../asked-tasks.ts';
import type { DigestTopic, TaskReason } from '../facts.ts';
import { type SampleRound, situationsOf } from '../messages/situations.ts';
import {
  callTodayText,
  codeMail,
  codeSms,
  renderDigest,
  taskText,
} from '../messages/unit-message.ts';
import { morningTopics } from './morning-samples.ts';
import type { Sample } from './sample.ts';

export function* digestSamples(round: SampleRound, all: Obligation[]): Generator<Sample> {
  const { plan, zone, period, dates } = round;
  const units = all.map(({ unitName }) => ({
    unitName,
    liaison: '张某',
    phone: null,
    confirmedAt: null,
    promisedOn: dates.due.nominal,
  }));
  const compiled = {
    kind: 'compiled' as const,
    version: 2,
    counts: count(all, dates.compileAt),
    missing: all.map(({ unitName }) => ({ unitName, extendedUntil: dates.compileOn })),
    late: ['市农业局'],
    changes: ['市农业局报来第2版'],
  };
  const topics: DigestTopic[] = [
    { kind: 'call-list', units },
    { kind: 'call-list', units: [] },
    ...(['draft', 'compile-date', 'complete', 'stale'] as const).flatMap((occasion) => [
      { ...compiled, occasion },
      { ...compiled, occasion, missing: [], late: [], changes: [] },
    ]),
  ];
  const morning = morningTopics(round, all);
  const mornings = [dates.opensAt, dates.due.at, dates.compileAt, plus(dates.compileAt, DAY)];
  const told = [
    ...topics.map((topic) => ({ topic, asOf: dates.compileAt })),
    ...mornings.flatMap((asOf) => morning.map((topic) => ({ topic, asOf }))),
  ];
  for (const each of told) {
    const facts = {
      sender: senderOf(plan),
      period,
      nominalDue: dates.due.nominal,
      compileOn: dates.compileOn,
      ...each,
      demonstration: false,
    };
    const name = `${each.topic.kind}.mail` as const;
    yield { name, of: plan.bureau.name, words: () => renderDigest(plan, facts, zone) };
  }
}

const REASONS: readonly TaskReason[] = [
  'call',
  'in-person',
  'unreachable',
  'promise-passed',
  'after-return',
  'release-letter',
  'release-slip',
];

export function* taskSamples(round: SampleRound, units: readonly Obligation[]): Generator<Sample> {
  const situation = situationsOf(round).find(({ kind }) => kind === 'chase');
  const [unit] = units;
  if (!situation || !unit) return;
  const nobody = { liaison: null, phone: null, confirmedAt: null, promisedOn: null };
  const today = { unitName: unit.unitName, ...nobody };
  yield {
    name: 'call-today.task',
    of: unit.unitName,
    words: () => ({ text: callTodayText(round.plan, today, false) }),
  };
  const wish = { unitName: unit.unitName, until: round.dates.compileOn, reason: '数据待核' };
  const naming = { unitName: unit.unitName, liaison: '李某' };
  const asked = [
    { name: 'extension.task' as const, line: () => extensionTaskText(round.plan, wish) },
    { name: 'contacts.task' as const, line: () => contactsTaskText(round.plan, naming) },
  ];
  for (const { name, line } of asked) {
    yield { name, of: unit.unitName, words: () => ({ text: line() }) };
  }
  for (const reason of REASONS) {
    const about = situation.about(unit);
    const facts = { reason, about, contact: null, asOf: situation.asOf, demonstration: false };
    yield {
      name: `${reason}.task`,
      of: unit.unitName,
      words: () => ({ text: taskText(round.plan, facts) }),
    };
  }
}

export function* codeSamples(plan: Plan): Generator<Sample> {
  const { name: bureau, signature, phone } = plan.bureau;
  const facts = {
    name: '张某',
    code: '123456',
    minutes: 10,
    bureau,
    signature,
    phone,
    demonstration: false,
  };
  yield { name: 'code.mail', of: '登录', words: () => codeMail(plan, facts) };
  yield { name: 'code.sms', of: '登录', words: () => codeSms(plan, facts) };
}
