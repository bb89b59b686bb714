import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ObligationAct } from '../../../../domain/obligation/act.ts';
import type { Obligation } from '../../../../domain/obligation/obligation.ts';
import { day } from '../../../../domain/time/time.ts';
import { readObligation } from '../../../../store/read/obligations.ts';
import { readRound } from '../../../../store/read/rounds.ts';
import { brokenEntry } from '../../../../store/read/trail.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { ROUND } from '../../../support/people/cast.ts';
import { onObligation, submit } from '../../../support/record/commands.ts';
import type { TestDatabase } from '../../../support/record/database.ts';
import { deadlocks, inOrder } from '../../../support/record/interleave.ts';
import { byUnit, openedRound } from '../../../support/record/opened-round.ts';
import { dueOn } from '../../../support/time/dates.ts';

let database: TestDatabase;
let units: Iterator<Obligation>;
beforeAll(async () => {
  database = await openedRound();
  units = (await byUnit(database.pool)).values();
});
afterAll(async () => {
  expect(await deadlocks(database.pool)).toBe(0);
  expect(await brokenEntry(database.pool, ROUND)).toBeNull();
  await database.drop();
});

const ACTS = {
  return: { kind: 'return', version: 1, reason: '缺少数据', until: day('2018-07-20') },
  accept: { kind: 'accept', version: 1 },
  extend: { kind: 'extend', until: day('2018-07-25'), reason: '台风应急' },
  waive: { kind: 'waive', reason: '职责划转' },
  withdraw: { kind: 'withdraw', reason: '数字有误' },
} as const satisfies Record<string, ObligationAct>;
type Word = 'submit' | keyof typeof ACTS;

const command = (word: Word, id: string) =>
  word === 'submit' ? submit(id) : onObligation(id, ACTS[word]);

/** Runs two commands on a fresh unit at the same time. @returns both outcomes, the state and the count */
async function meet(before: readonly Word[], one: Word, other: Word, holdAt: RegExp) {
  const { pool } = database;
  const unit = units.next();
  if (unit.done) throw new Error('no unit left');
  const { id } = unit.value;
  for (const word of before) await applyCommand(pool, command(word, id));
  const [first, second] = await inOrder(
    pool,
    (held) => applyCommand(held, command(one, id)),
    (free) => applyCommand(free, command(other, id)),
    holdAt,
  );
  return { first, second, after: await readObligation(pool, id) };
}

/** Just behind the locks, before anything is read; and after everything is written, before the commit. */
const MOMENTS = [/^select content_hash/, /^commit/];

type Row = readonly [
  before: readonly Word[],
  one: Word,
  other: Word,
  expected: { readonly second: object; readonly after: object },
];
const ok = { ok: true };
const ROWS: readonly Row[] = [
  [
    [],
    'submit',
    'submit',
    { second: { ...ok, version: 2 }, after: { state: 'submitted', version: 2, firstVersion: 1 } },
  ],
  [
    ['submit'],
    'submit',
    'return',
    { second: { code: 'superseded' }, after: { state: 'submitted', version: 2, cycle: 1 } },
  ],
  [
    ['submit'],
    'return',
    'submit',
    { second: { ...ok, version: 2 }, after: { state: 'submitted', cycle: 2, firstVersion: 1 } },
  ],
  [
    ['submit'],
    'submit',
    'accept',
    { second: { code: 'superseded' }, after: { state: 'submitted', version: 2 } },
  ],
  [
    ['submit'],
    'accept',
    'submit',
    { second: { code: 'refused' }, after: { state: 'accepted', version: 1 } },
  ],
  [[], 'submit', 'extend', { second: ok, after: { cycle: 1, due: dueOn('2018-07-15') } }],
  [[], 'extend', 'submit', { second: ok, after: { firstDueAt: dueOn('2018-07-25').at } }],
  [[], 'submit', 'waive', { second: { code: 'refused' }, after: { state: 'submitted' } }],
  [[], 'waive', 'submit', { second: ok, after: { state: 'submitted', waivedReason: null } }],
  [['submit'], 'return', 'accept', { second: { code: 'refused' }, after: { state: 'returned' } }],
  [['submit'], 'accept', 'return', { second: ok, after: { state: 'returned' } }],
  [['submit'], 'withdraw', 'accept', { second: { code: 'refused' }, after: { state: 'open' } }],
  [['submit'], 'accept', 'withdraw', { second: { code: 'refused' }, after: { state: 'accepted' } }],
];

describe.each(MOMENTS)('the first held before %s: the second waits and sees it', (holdAt) => {
  it.each(ROWS)('%j, then %s × %s', async (before, one, other, expected) => {
    const { first, second, after } = await meet(before, one, other, holdAt);
    expect(first).toMatchObject(ok);
    expect(second).toMatchObject(expected.second);
    expect(after).toMatchObject(expected.after);
    const all = [...(await byUnit(database.pool)).values()];
    const missing = all.filter((o) => o.state === 'open' || o.state === 'returned').length;
    expect((await readRound(database.pool, ROUND)).outstanding).toBe(missing);
  });
});
