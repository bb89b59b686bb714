/** A claim's single statement returns what its parts return on their own. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliveryKey } from '../../../domain/delivery/delivery.ts';
import type { Leave } from '../../../domain/people/leave.ts';
import { day } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { readUnitRoster } from '../../../store/read/contacts.ts';
import { findDelivery } from '../../../store/read/deliveries.ts';
import { readObligation } from '../../../store/read/obligations.ts';
import { findStep } from '../../../store/read/steps.ts';
import { readKnown } from '../../../store/write/claim.ts';
import { addLeave } from '../../../store/write/contacts.ts';
import { ROUND } from '../../support/people/cast.ts';
import { claiming, NOTICE_BY_MAIL } from '../../support/record/claims.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { failedNotice, heldLetter } from '../../support/record/messages.ts';
import { OPENED, openedRound } from '../../support/record/opened-round.ts';
import { look } from '../../support/record/two-plans.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openedRound();
});
afterAll(() => database.drop());

const LETTER = { cycle: 1, step: 'press-3', slot: 'leader', channel: 'letter' } as const;

test.each([
  ['nothing yet', 'guzhen', NOTICE_BY_MAIL, (id: string) => look(database.pool, id)],
  ['a message under way', 'xiaolan', NOTICE_BY_MAIL, underWay],
  ['a settled one with its reason', 'nantou', NOTICE_BY_MAIL, refused],
  ['a held letter with its words', 'banfu', LETTER, (id: string) => heldLetter(database.pool, id)],
] as const)('%s', async (what, unit, target, prepare) => {
  const { pool } = database;
  const id = `${ROUND}/${unit}`;
  await prepare(id);
  await addLeave(pool, shippedPlan.id, leaveOf(unit));
  const key = deliveryKey(id, target.cycle, target.step, target.slot, target.channel);
  const parts = {
    of: await readObligation(pool, id),
    delivery: await findDelivery(pool, key),
    step: await findStep(pool, id, target.cycle, target.step),
    roster: await readUnitRoster(pool, shippedPlan.id, unit),
  };
  expect(await readKnown(pool, id, target)).toEqual(parts);
  expect(parts.roster.leaves).toEqual([leaveOf(unit)]);
  expect(parts.delivery === null).toBe(what === 'nothing yet');
});

async function underWay(id: string): Promise<void> {
  await look(database.pool, id);
  await claiming(id)(database.pool);
}

function refused(id: string) {
  return failedNotice(database.pool, id, { settledAt: OPENED, person: '联络员甲' });
}

const leaveOf = (unit: string): Leave => ({
  id: `leave-of-${unit}`,
  unit,
  role: 'liaison',
  person: '联络员甲',
  from: day('2018-06-25'),
  until: day('2018-06-30'),
  substitute: { name: '代办人员', email: 'stand-in@zhongshan.example', mobile: null, phone: null },
});
