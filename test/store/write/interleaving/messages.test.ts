/** Held documents and messages that are sent again, at the same time as each other and as a report. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../../../domain/command.ts';
import type { ObligationAct } from '../../../../domain/obligation/act.ts';
import { findDelivery } from '../../../../store/read/deliveries.ts';
import { readSteps } from '../../../../store/read/steps.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { onObligation, onRound, submit } from '../../../support/record/commands.ts';
import type { TestDatabase } from '../../../support/record/database.ts';
import { deadlocks, inOrder } from '../../../support/record/interleave.ts';
import { failedNotice, heldLetter } from '../../../support/record/messages.ts';
import { byUnit, openedRound } from '../../../support/record/opened-round.ts';
import { ACTS } from '../../../support/rules/situation.ts';

let database: TestDatabase;
let units: Iterator<string>;
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
  await database.drop();
});

const nextUnit = (): string => {
  const unit = units.next();
  if (unit.done) throw new Error('no unit left');
  return unit.value;
};
const meet = (one: Command, other: Command, holdAt: RegExp) =>
  inOrder(
    database.pool,
    (held) => applyCommand(held, one),
    (free) => applyCommand(free, other),
    holdAt,
  );
const { document } = ACTS['edit-held'];
const actsOn = (delivery: string) =>
  ({
    edit: { kind: 'edit-held', delivery, document },
    otherEdit: { kind: 'edit-held', delivery, document: { ...document, title: '后改的标题' } },
    release: { kind: 'release', delivery },
    dismiss: { kind: 'dismiss', delivery, reason: '已面谈' },
  }) as const satisfies Record<string, ObligationAct>;

const ok = { ok: true };
const refused = { ok: false, code: 'refused' };
type Deed = keyof ReturnType<typeof actsOn>;
const LETTERS: readonly (readonly [Deed, Deed, second: object, became: object])[] = [
  ['edit', 'release', ok, { state: 'planned', content: document }],
  ['release', 'edit', refused, { state: 'planned', content: {} }],
  ['edit', 'dismiss', ok, { state: 'dismissed', content: document }],
  ['dismiss', 'edit', refused, { state: 'dismissed', content: {} }],
  ['edit', 'otherEdit', ok, { state: 'held', content: { ...document, title: '后改的标题' } }],
];

describe.each([/^select content_hash/, /^commit/])('the first held before %s', (holdAt) => {
  it.each(LETTERS)('a letter: %s × %s', async (one, other, second, became) => {
    const id = nextUnit();
    const key = await heldLetter(database.pool, id);
    const acts = actsOn(key);
    const [first, outcome] = await meet(
      onObligation(id, acts[one]),
      onObligation(id, acts[other]),
      holdAt,
    );
    expect([first, outcome]).toMatchObject([ok, second]);
    const delivery = await findDelivery(database.pool, key);
    expect(delivery).toMatchObject(became);
    expect(delivery?.content).toEqual((became as { content: unknown }).content);
  });

  it('of two who send the same message again at once, one does', async () => {
    const id = nextUnit();
    const resend = { kind: 'resend', delivery: await failedNotice(database.pool, id) } as const;
    const both = await meet(onObligation(id, resend), onObligation(id, resend), holdAt);
    expect(both).toMatchObject([ok, refused]);
    expect(await resentTo(id)).toEqual(['resend-1']);
  });

  it('a unit that reports first gets no second message; one that reports after it sees it cancelled at the next look', async () => {
    const [early, late] = [nextUnit(), nextUnit()];
    const again = async (id: string) =>
      onObligation(id, { kind: 'resend', delivery: await failedNotice(database.pool, id) });
    const [, tooLate] = await meet(submit(early), await again(early), holdAt);
    expect(tooLate).toMatchObject(refused);
    expect(await resentTo(early)).toEqual([]);
    expect(await meet(await again(late), submit(late), holdAt)).toMatchObject([ok, ok]);
    expect(await resentTo(late)).toEqual(['resend-1']);
  });

  it('a pause does not refuse it; it waits', async () => {
    const id = nextUnit();
    const resend = { kind: 'resend', delivery: await failedNotice(database.pool, id) } as const;
    const pause = onRound({ kind: 'pause', reason: '通讯录有误' });
    expect(await meet(pause, onObligation(id, resend), holdAt)).toMatchObject([ok, ok]);
    expect(await resentTo(id)).toEqual(['resend-1']);
    await applyCommand(database.pool, onRound({ kind: 'resume' }));
  });
});

const resentTo = async (id: string): Promise<string[]> =>
  (await readSteps(database.pool, id))
    .map(({ key }) => key)
    .filter((key) => key.startsWith('resend'));

it('a message that got through since is not sent again; one that failed again is, at most five times', async () => {
  const id = nextUnit();
  const { pool } = database;
  const delivery = await failedNotice(pool, id);
  const again = () => applyCommand(pool, onObligation(id, { kind: 'resend', delivery }));
  for (const count of [1, 2, 3, 4, 5]) {
    expect(await again()).toMatchObject(ok);
    const step = `resend-${count}`;
    await failedNotice(pool, id, { step });
    await pool.query(`update step set state = 'performed' where obligation = $1 and key = $2`, [
      id,
      step,
    ]);
  }
  expect(await again()).toMatchObject({ ...refused, message: expect.stringContaining('补发5次') });
  await pool.query(
    `update delivery set state = 'sent' where obligation = $1 and step = 'resend-5'`,
    [id],
  );
  expect(await again()).toMatchObject({ ...refused, message: expect.stringContaining('已经补发') });
});

it('a message of another unit is not sent again', async () => {
  const [id, other] = [nextUnit(), nextUnit()];
  const delivery = await failedNotice(database.pool, other);
  const outcome = await applyCommand(database.pool, onObligation(id, { kind: 'resend', delivery }));
  expect(outcome).toMatchObject({ ok: false, code: 'not_found' });
});
