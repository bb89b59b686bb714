/**
 * What a page had shown is compared behind the locks: of two people at once, the later one is told what the earlier
 * did.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Seen } from '../../../../domain/command.ts';
import type { ObligationAct } from '../../../../domain/obligation/act.ts';
import { day } from '../../../../domain/time/time.ts';
import type { Db } from '../../../../store/db/pool.ts';
import { inTransaction } from '../../../../store/db/transaction.ts';
import { readObligation } from '../../../../store/read/obligations.ts';
import { newestEntry } from '../../../../store/read/trail.ts';
import { readDraft, readKept, saveDraft } from '../../../../store/visit/drafts.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { ROUND } from '../../../support/people/cast.ts';
import { onObligation, onRound, submit } from '../../../support/record/commands.ts';
import type { TestDatabase } from '../../../support/record/database.ts';
import { deadlocks, inOrder } from '../../../support/record/interleave.ts';
import { byUnit, openedRound } from '../../../support/record/opened-round.ts';
import { at } from '../../../support/time/dates.ts';

let database: TestDatabase;
let units: Iterator<string>;
beforeAll(async () => {
  database = await openedRound();
  units = [...(await byUnit(database.pool)).values()]
    .filter(({ own }) => !own)
    .map(({ id }) => id)
    .values();
});
afterAll(async () => {
  expect(await deadlocks(database.pool)).toBe(0);
  await database.drop();
});
const nextUnit = (): string => {
  const unit = units.next();
  if (unit.done) throw new Error('no unit left');
  return unit.value;
};

const LIAISON: Actor = { kind: 'unit', name: '联络员甲' };
const DEPUTY: Actor = { kind: 'unit', name: '副联络员乙' };
const CHEN: Actor = { kind: 'bureau', name: '陈经办' };
const LI: Actor = { kind: 'bureau', name: '李经办' };
const handIn = (unit: string, actor: Actor, seen: Seen) => ({
  ...submit(unit, { actor }),
  seen,
});
const judge = (unit: string, actor: Actor, seen: Seen, act: ObligationAct) => ({
  ...onObligation(unit, act, { actor }),
  seen,
});
const save =
  (unit: string, seen: number, { name }: Actor) =>
  (db: Db) =>
    saveDraft(db, unit, seen, {
      content: { by: name },
      savedAt: at('2018-07-12 09:00'),
      savedBy: name,
    });

const EXTEND = { kind: 'extend', until: day('2018-07-25'), reason: '台风应急' } as const;
const WAIVE = { kind: 'waive', reason: '职责划转' } as const;
/** Just behind the locks, before anything is read; and after everything is written, before the commit. */
const MOMENTS = [/^select content_hash/, /^commit/];

describe.each(MOMENTS)('the first held before %s', (holdAt) => {
  it('of two who hand in from pages drawn at once, the later is told who was first', async () => {
    const { pool } = database;
    const unit = nextUnit();
    const seen = { version: 0, draft: 0 };
    const [first, second] = await inOrder(
      pool,
      (held) => applyCommand(held, handIn(unit, DEPUTY, seen)),
      (free) => applyCommand(free, handIn(unit, LIAISON, seen)),
      holdAt,
    );
    expect(first).toMatchObject({ ok: true, version: 1 });
    expect(second).toMatchObject({ ok: false, code: 'superseded' });
    expect(second).toHaveProperty('message', expect.stringContaining('副联络员乙：已报送第1版'));
    expect(await readObligation(pool, unit)).toMatchObject({ version: 1 });
  });

  it('of two officers who judge from pages drawn at once, the later is told what the first did', async () => {
    const { pool } = database;
    const unit = nextUnit();
    const seen = { entry: await newestEntry(pool, { subject: ROUND, obligation: unit }) };
    const [first, second] = await inOrder(
      pool,
      (held) => applyCommand(held, judge(unit, CHEN, seen, EXTEND)),
      (free) => applyCommand(free, judge(unit, LI, seen, WAIVE)),
      holdAt,
    );
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ ok: false, code: 'superseded' });
    expect(second).toHaveProperty(
      'message',
      expect.stringMatching(/陈经办：.*延期至2018年7月25日/),
    );
    expect(await readObligation(pool, unit)).toMatchObject({ state: 'open' });
  });

  it('so it is with two commands on the whole round', async () => {
    const { pool } = database;
    const seen = { entry: await newestEntry(pool, { subject: ROUND }) };
    const [first, second] = await inOrder(
      pool,
      (held) => applyCommand(held, onRound({ kind: 'pause', reason: '停电' }, { actor: CHEN })),
      (free) =>
        applyCommand(free, {
          ...onRound({ kind: 'move-date', to: day('2018-07-20'), reason: '台风' }, { actor: LI }),
          seen,
        }),
      holdAt,
    );
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ ok: false, code: 'superseded' });
    await applyCommand(pool, onRound({ kind: 'resume' }));
  });
});

it('a draft that a colleague saves while the report is handed in waits and is told that it is gone', async () => {
  const { pool } = database;
  const unit = nextUnit();
  const [outcome, saved] = await inOrder(
    pool,
    (held) => applyCommand(held, handIn(unit, LIAISON, { version: 0, draft: 0 })),
    (free) => save(unit, 0, DEPUTY)(free),
    /^commit/,
  );
  expect(outcome).toMatchObject({ ok: true });
  expect(saved).toMatchObject({ ok: false, draft: null });
  expect(await readDraft(pool, unit)).toBeNull();
});

it('a draft that a colleague has just saved is waited for, and is not handed over unseen', async () => {
  const { pool } = database;
  const unit = nextUnit();
  await save(unit, 0, LIAISON)(pool);
  const [saved, outcome] = await inOrder(
    pool,
    (held) => inTransaction(held, save(unit, 1, DEPUTY)),
    (free) => applyCommand(free, handIn(unit, LIAISON, { version: 0, draft: 1 })),
    /^commit/,
  );
  expect(saved).toEqual({ ok: true, rev: 2 });
  expect(outcome).toMatchObject({ ok: false, code: 'superseded' });
  expect(outcome).toHaveProperty('message', expect.stringContaining('副联络员乙：保存了草稿'));
  expect(await readDraft(pool, unit)).toMatchObject({ rev: 2, savedBy: DEPUTY.name });
});

it('one’s own commands, and one’s own draft saved while the button was pressed, do not refuse a command', async () => {
  const { pool } = database;
  const unit = nextUnit();
  const seen = { entry: await newestEntry(pool, { subject: ROUND, obligation: unit }) };
  await applyCommand(pool, judge(unit, CHEN, seen, EXTEND));
  const later = { ...EXTEND, until: day('2018-07-27') };
  expect(await applyCommand(pool, judge(unit, CHEN, seen, later))).toMatchObject({ ok: true });
  await save(unit, 0, LIAISON)(pool);
  const outcome = await applyCommand(pool, handIn(unit, LIAISON, { version: 0, draft: 0 }));
  expect(outcome).toMatchObject({ ok: true });
  expect(await readKept(pool, unit)).toEqual({ rev: 2, draft: null });
});
