import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ObligationAct } from '../../../../domain/obligation/act.ts';
import { countsOf } from '../../../../domain/round/counts.ts';
import { day } from '../../../../domain/time/time.ts';
import type { Pool } from '../../../../store/db/pool.ts';
import { readRound } from '../../../../store/read/rounds.ts';
import { brokenEntry } from '../../../../store/read/trail.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { ROUND } from '../../../support/people/cast.ts';
import { onObligation, reportOf } from '../../../support/record/commands.ts';
import type { TestDatabase } from '../../../support/record/database.ts';
import { deadlocks } from '../../../support/record/interleave.ts';
import { byUnit, openedRound } from '../../../support/record/opened-round.ts';
import { at } from '../../../support/time/dates.ts';

let database: TestDatabase;
let pool: Pool;
let ids: string[];
beforeAll(async () => {
  database = await openedRound();
  pool = database.pool;
  ids = [...(await byUnit(pool)).values()].map((o) => o.id);
});
afterAll(() => database.drop());

/** Only four units, so that their commands often meet. */
const anyUnit = fc.nat({ max: 3 });
const anyWord = fc.constantFrom(
  'submit',
  'withdraw',
  'return',
  'accept',
  'extend',
  'waive',
  'remind',
);
const anyCommand = fc.record({
  unit: anyUnit,
  word: anyWord,
  version: fc.integer({ min: 1, max: 4 }),
});

function commandOf(turn: { unit: number; word: string; version: number }) {
  const id = ids[turn.unit] ?? '';
  const until = day('2018-07-25');
  const { version } = turn;
  const acts: Record<string, ObligationAct> = {
    submit: { kind: 'submit', report: reportOf(id) },
    withdraw: { kind: 'withdraw', reason: '有误' },
    return: { kind: 'return', version, reason: '缺数据', until },
    accept: { kind: 'accept', version },
    extend: { kind: 'extend', until, reason: '台风应急' },
    waive: { kind: 'waive', reason: '职责划转' },
    remind: { kind: 'remind' },
  };
  return onObligation(id, acts[turn.word] ?? { kind: 'confirm' }, {
    receivedAt: at('2018-07-13 11:00'),
  });
}

it('outstanding is the number of open and returned obligations, in whatever order commands run', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyCommand, { minLength: 1, maxLength: 5 }), { maxLength: 6 }),
      async (waves) => {
        for (const wave of waves) {
          await Promise.all(wave.map((turn) => applyCommand(pool, commandOf(turn))));
        }
        const all = [...(await byUnit(pool)).values()];
        const { outstanding } = await readRound(pool, ROUND);
        expect(outstanding).toBe(countsOf(all, at('2018-07-13 11:00')).missing);
      },
    ),
    { numRuns: 15 },
  );
  expect(await brokenEntry(pool, ROUND)).toBeNull();
  expect(await deadlocks(pool)).toBe(0);
});
