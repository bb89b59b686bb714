/** When a look needs no write, and when it does. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookOnly } from '../../../activities/obligation/look.ts';
import { day } from '../../../domain/time/time.ts';
import { inTransaction } from '../../../store/db/transaction.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { lockTogether } from '../../../store/write/locked.ts';
import { recordLook } from '../../../store/write/looks.ts';
import { onObligation, submit } from '../../support/record/commands.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { byUnit, OPENED, openedRound } from '../../support/record/opened-round.ts';

let database: TestDatabase;
let own: string;
beforeAll(async () => {
  database = await openedRound();
  // The bureau's own report has no ladder, so no step shows that something has to be written.
  const all = [...(await byUnit(database.pool)).values()];
  own = all.find((obligation) => obligation.own)?.id ?? '';
});
afterAll(() => database.drop());

const seen = () =>
  inTransaction(database.pool, async (tx) => {
    const locked = await lockTogether(tx, own);
    const next = await recordLook(tx, own, false);
    return lookOnly(next, { ...locked, now: OPENED }, { offset: 0, fresh: false });
  });

test('an obligation without changes needs no write', async () => {
  expect(await seen()).toMatchObject({ over: false, targets: [] });
});

test('after a moved date it needs one: what waits by the old date is cancelled', async () => {
  const extend = { kind: 'extend', until: day('2018-07-25'), reason: '数据迟到' } as const;
  expect(await applyCommand(database.pool, onObligation(own, extend))).toMatchObject({ ok: true });
  expect(await seen()).toBeNull();
});

test('so it does when the report has come', async () => {
  expect(await applyCommand(database.pool, submit(own))).toMatchObject({ ok: true });
  expect(await seen()).toBeNull();
});
