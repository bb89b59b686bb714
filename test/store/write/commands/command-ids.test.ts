import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { ObligationCommand, Outcome } from '../../../../domain/command.ts';
import type { ObligationAct } from '../../../../domain/obligation/act.ts';
import type { Pool } from '../../../../store/db/pool.ts';
import { readSubmissions } from '../../../../store/read/submissions.ts';
import { brokenEntry } from '../../../../store/read/trail.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { AGRICULTURE, BUREAU, GUZHEN, officer, ROUND } from '../../../support/people/cast.ts';
import {
  onObligation,
  onRound,
  onYear,
  snapshot,
  submit,
  trailLength,
} from '../../../support/record/commands.ts';
import type { TestDatabase } from '../../../support/record/database.ts';
import { inOrder } from '../../../support/record/interleave.ts';
import { openedRound } from '../../../support/record/opened-round.ts';
import { at } from '../../../support/time/dates.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await openedRound();
  pool = database.pool;
});
afterAll(async () => {
  expect(await brokenEntry(pool, ROUND)).toBeNull();
  await database.drop();
});

const apply = (command: Parameters<typeof applyCommand>[1]) => applyCommand(pool, command);
const act = (obligation: string, what: ObligationAct, other = {}) =>
  apply(onObligation(obligation, what, other));

describe('an id stands for one content', () => {
  const twice = (command: ObligationCommand): Promise<[Outcome, Outcome]> =>
    inOrder(
      pool,
      (on) => applyCommand(on, command),
      (on) => applyCommand(on, command),
      /^commit/,
    );

  it('again, it returns the first outcome and does nothing', async () => {
    const first = await apply(submit(AGRICULTURE, { id: 'again' }));
    const before = [await snapshot(pool, ROUND), await trailLength(pool)];
    const later = { id: 'again', receivedAt: at('2018-07-20 09:00') };
    expect(await apply(submit(AGRICULTURE, later))).toEqual(first);
    expect([await snapshot(pool, ROUND), await trailLength(pool)]).toEqual(before);
  });

  it('a refusal stays a refusal, though it would be allowed now', async () => {
    const accept = { kind: 'accept', version: 9 } as const;
    const refused = await act(BUREAU, accept, { id: 'refused' });
    expect(refused).toMatchObject({ ok: false });
    for (let version = 1; version <= 9; version += 1) await apply(submit(BUREAU));
    expect(await act(BUREAU, accept, { id: 'refused' })).toEqual(refused);
    expect(await act(BUREAU, accept)).toMatchObject({ ok: true });
  });

  it('twice at once it is carried out once', async () => {
    const before = (await readSubmissions(pool, AGRICULTURE)).length;
    const [one, other] = await twice(submit(AGRICULTURE, { id: 'at once' }));
    expect(other).toEqual(one);
    expect(await readSubmissions(pool, AGRICULTURE)).toHaveLength(before + 1);
  });

  it('twice at once it is refused once', async () => {
    const length = await trailLength(pool);
    const [one, other] = await twice(
      onObligation(AGRICULTURE, { kind: 'accept', version: 99 }, { id: 'refused at once' }),
    );
    expect(one).toMatchObject({ ok: false, code: 'invalid' });
    expect(other).toEqual(one);
    expect(await trailLength(pool)).toBe(length + 1);
  });

  it('also where the content cannot be kept as it came', async () => {
    const note = () => act(AGRICULTURE, { kind: 'note', text: '表情\ud83d' }, { id: 'half' });
    expect(await note()).toEqual(await note());
    expect(await brokenEntry(pool, ROUND)).toBeNull();
  });

  test.each([
    ['another act', onObligation(AGRICULTURE, { kind: 'confirm' }, { id: 'used' })],
    ['another unit', onObligation(GUZHEN, { kind: 'note', text: '一' }, { id: 'used' })],
    [
      'another person',
      onObligation(
        AGRICULTURE,
        { kind: 'note', text: '一' },
        { id: 'used', actor: { ...officer, name: '王科员' } },
      ),
    ],
    ['another kind of thing', onRound({ kind: 'compile' }, { id: 'used' })],
    ['a year', onYear({ kind: 'start-year' }, { id: 'used' })],
  ])('with %s it is a conflict', async (_, other) => {
    await act(AGRICULTURE, { kind: 'note', text: '一' }, { id: 'used' });
    const before = [await snapshot(pool, ROUND), await trailLength(pool)];
    const outcome = await apply(other);
    expect(outcome).toMatchObject({ ok: false, code: 'conflict' });
    expect(outcome.message).toContain('操作编号“used”已用于另一项内容');
    expect([await snapshot(pool, ROUND), await trailLength(pool)]).toEqual(before);
  });
});
