import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDraft, readKept, saveDraft } from '../../../store/visit/drafts.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { GUZHEN } from '../../support/people/cast.ts';
import { submit } from '../../support/record/commands.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { openedRound } from '../../support/record/opened-round.ts';
import { at } from '../../support/time/dates.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openedRound();
});
afterAll(() => database.drop());

const save = (seen: number, text: string) =>
  saveDraft(database.pool, GUZHEN, seen, {
    content: { text },
    savedAt: at('2018-07-12 09:00'),
    savedBy: text,
  });

test('of two tabs that save at once, one saves and the other gets the newer draft', async () => {
  const [one, other] = await Promise.all([save(0, '甲'), save(0, '乙')]);
  expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1);
  const shown = one.ok ? other : one;
  expect(shown).toMatchObject({ rev: 1, draft: { savedBy: one.ok ? '甲' : '乙' } });
});

test('a save that does not build on the newest draft changes nothing', async () => {
  expect(await save(1, '丙')).toEqual({ ok: true, rev: 2 });
  expect(await save(1, '丁')).toMatchObject({ ok: false, rev: 2, draft: { savedBy: '丙' } });
  expect(await readDraft(database.pool, GUZHEN)).toMatchObject({ content: { text: '丙' } });
});

test('handing in ends the draft, and a late save of the old page does not bring it back', async () => {
  await applyCommand(database.pool, submit(GUZHEN));
  expect(await readKept(database.pool, GUZHEN)).toEqual({ rev: 3, draft: null });
  expect(await save(2, '戊')).toEqual({ ok: false, rev: 3, draft: null });
});

test('the next draft has a new number, so that an old tab cannot save over it', async () => {
  expect(await save(0, '己')).toMatchObject({ ok: false, rev: 3 });
  expect(await save(3, '庚')).toEqual({ ok: true, rev: 4 });
  for (const old of [0, 1, 2, 3]) expect(await save(old, '辛')).toMatchObject({ ok: false });
  expect(await readDraft(database.pool, GUZHEN)).toMatchObject({ content: { text: '庚' } });
});
