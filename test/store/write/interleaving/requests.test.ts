/**
 * Requests for a later date and endorsements, at the same time as each other, the report, and the bureau's decisions.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../../../domain/command.ts';
import type { ObligationAct } from '../../../../domain/obligation/act.ts';
import { day } from '../../../../domain/time/time.ts';
import { shippedPlan } from '../../../../rehearsal/shipped-plan.ts';
import { readRequests } from '../../../../store/read/extension-requests.ts';
import { readEndorsements } from '../../../../store/read/submissions.ts';
import { openTasks } from '../../../../store/read/tasks.ts';
import { brokenEntry } from '../../../../store/read/trail.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { liaison, ROUND } from '../../../support/people/cast.ts';
import { onObligation, submit } from '../../../support/record/commands.ts';
import type { TestDatabase } from '../../../support/record/database.ts';
import { deadlocks, inOrder } from '../../../support/record/interleave.ts';
import { byUnit, openedRound } from '../../../support/record/opened-round.ts';

let database: TestDatabase;
let units: Iterator<string>;

const nextUnit = (): string => {
  const unit = units.next();
  if (unit.done) throw new Error('no unit left');
  return unit.value;
};
const apply = (command: Command) => applyCommand(database.pool, command);
const meet = (one: Command, other: Command, holdAt: RegExp) =>
  inOrder(
    database.pool,
    (held) => applyCommand(held, one),
    (free) => applyCommand(free, other),
    holdAt,
  );

const WORDS = {
  ask: { kind: 'ask-extension', until: day('2018-07-25'), reason: '台风应急' },
  askLess: { kind: 'ask-extension', until: day('2018-07-20'), reason: '等待审计' },
  grant: { kind: 'extend', until: day('2018-07-25'), reason: '同意' },
  refuse: { kind: 'refuse-extension', reason: '时间紧' },
  waive: { kind: 'waive', reason: '职责划转' },
  endorse: { kind: 'endorse', version: 1 },
  return: { kind: 'return', version: 1, reason: '缺少数据', until: day('2018-07-20') },
  accept: { kind: 'accept', version: 1 },
} as const satisfies Record<string, ObligationAct>;
type Word = 'submit' | keyof typeof WORDS;
const command = (word: Word, id: string) =>
  word === 'submit' ? submit(id) : onObligation(id, WORDS[word], { actor: liaison });

const ok = { ok: true };
const refused = { ok: false, code: 'refused' };
const superseded = { ok: false, code: 'superseded' };
type Row = readonly [
  before: readonly Word[],
  one: Word,
  other: Word,
  second: object,
  /** The answers to the unit's requests, in order. */
  answers: readonly (string | null)[],
];
const ROWS: readonly Row[] = [
  [[], 'ask', 'ask', ok, ['superseded', null]],
  [[], 'ask', 'askLess', ok, ['superseded', null]],
  [[], 'ask', 'grant', ok, ['granted']],
  // A request is refused when an extension was granted meanwhile.
  [[], 'grant', 'ask', { ok: false, code: 'invalid' }, []],
  [[], 'ask', 'refuse', ok, ['refused']],
  [[], 'refuse', 'ask', ok, [null]],
  [['ask'], 'grant', 'refuse', refused, ['granted']],
  [['ask'], 'refuse', 'grant', ok, ['refused']],
  [['ask'], 'refuse', 'refuse', refused, ['refused']],
  [['ask'], 'grant', 'grant', { ok: false, code: 'invalid' }, ['granted']],
  [[], 'ask', 'submit', ok, ['superseded']],
  [[], 'submit', 'ask', refused, []],
  [['ask'], 'submit', 'grant', ok, ['superseded']],
  [['ask'], 'submit', 'refuse', refused, ['superseded']],
  [['ask'], 'refuse', 'submit', ok, ['refused']],
  [['ask'], 'waive', 'refuse', refused, ['superseded']],
  [['submit'], 'submit', 'endorse', superseded, []],
  [['submit'], 'endorse', 'submit', ok, []],
  [['submit'], 'endorse', 'endorse', ok, []],
  [['submit'], 'return', 'endorse', refused, []],
  [['submit'], 'endorse', 'return', ok, []],
  [['submit'], 'accept', 'endorse', ok, []],
];
/** Just behind the locks, before anything is read; and after everything is written, before the commit. */
const MOMENTS = [/^select content_hash/, /^commit/];

describe.each(MOMENTS)('the first held before %s: the second waits and sees it', (holdAt) => {
  beforeAll(async () => {
    database = await openedRound();
    const all = [...(await byUnit(database.pool)).values()];
    units = all
      .filter(({ own }) => !own)
      .map(({ id }) => id)
      .values();
  });
  afterAll(async () => {
    expect(await deadlocks(database.pool)).toBe(0);
    expect(await brokenEntry(database.pool, ROUND)).toBeNull();
    await database.drop();
  });

  it.each(ROWS)('%j, then %s × %s', async (before, one, other, second, answers) => {
    const id = nextUnit();
    for (const word of before) await apply(command(word, id));
    const [, outcome] = await meet(command(one, id), command(other, id), holdAt);
    expect(outcome).toMatchObject(second);
    expect((await readRequests(database.pool, id)).map(({ answer }) => answer)).toEqual(answers);
    const waiting = (await openTasks(database.pool, shippedPlan.id)).filter(
      (task) => task.obligation === id && task.kind === 'extension',
    );
    expect(waiting).toHaveLength(answers.filter((answer) => answer === null).length);
  });

  it('of two endorsements by one person, one is kept', async () => {
    const id = nextUnit();
    await apply(submit(id));
    await meet(command('endorse', id), command('endorse', id), holdAt);
    expect(await readEndorsements(database.pool, id)).toHaveLength(1);
  });
});
