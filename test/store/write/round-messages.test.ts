/** Messages about rounds: each has a key of its own, and one claimed under the key of an earlier release keeps it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { claim } from '../../../activities/outgoing/claim.ts';
import { settle } from '../../../activities/outgoing/settle.ts';
import { addDigest } from '../../../activities/round/digest.ts';
import { messageKey } from '../../../domain/delivery/delivery.ts';
import { smallPlan } from '../../../rehearsal/shipped-plan.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { inTransaction } from '../../../store/db/transaction.ts';
import { findDelivery } from '../../../store/read/deliveries.ts';
import { findMessage } from '../../../store/read/messages.ts';
import { readRules } from '../../../store/read/plans.ts';
import { readRound } from '../../../store/read/rounds.ts';
import { settleDelivery } from '../../../store/write/deliveries.ts';
import { insertMessage } from '../../../store/write/messages.ts';
import { ROUND } from '../../support/people/cast.ts';
import { contactOf } from '../../support/people/contacts.ts';
import { depsOn } from '../../support/record/claims.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { OPENED } from '../../support/record/opened-round.ts';
import { claimed, OTHER, twoPlans } from '../../support/record/two-plans.ts';

const plan = smallPlan('guzhen', 'jinrongju');
const OFFICER = contactOf(plan, 'jinrongju', 'officer').email.toLowerCase();
let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await twoPlans(plan, ['guzhen']);
  pool = database.pool;
});
afterAll(() => database.drop());

/** A mail to the first officer about each of the two rounds, at one instant. @returns the keys of the deliveries */
const digests = (step: string): Promise<string[]> =>
  Promise.all(
    [ROUND, OTHER].map((id) =>
      inTransaction(pool, async (tx) => {
        const round = await readRound(tx, id);
        const rules = await readRules(tx, round.plan);
        const words = { subject: `关于${id}`, text: `${id}的汇总报告` };
        await addDigest(tx, rules, round, step, words, OPENED);
        return [id, 0, step, 'officer', 'email'].join('#');
      }),
    ),
  );

const claiming = (delivery: string, attempt = 'run#1#1') =>
  claim(depsOn(pool), { delivery, attempt, now: OPENED });
const sent = { state: 'sent', providerId: 'mail-1' } as const;
const keyBefore = (step: string) => `${messageKey('email', OFFICER, 'digest', OPENED)}#${step}`;

it('of two rounds at one instant to one officer: two messages, each with its own words', async () => {
  const all = [];
  for (const delivery of await digests('compiled-1')) all.push(claimed(await claiming(delivery)));
  expect(new Set(all.map(({ key }) => key)).size).toBe(2);
  for (const one of all) await settle(depsOn(pool), { claim: one, outcome: sent, now: OPENED });
  for (const { key, owner, text } of all) {
    const { rows } = await pool.query(`select text, state, owner from message where key = $1`, [
      key,
    ]);
    expect(rows).toEqual([{ text, state: 'sent', owner: owner.key }]);
    expect(await findDelivery(pool, owner.key)).toMatchObject({ state: 'sent', message: key });
  }
});

/** As an earlier release left it: claimed, its attempt in hand or dead. */
async function claimedBefore(step: string, deliveries: readonly string[]): Promise<string> {
  const key = keyBefore(step);
  const [owner = ''] = deliveries;
  await inTransaction(pool, async (tx) => {
    const of = { channel: 'email', kind: 'digest', at: OPENED, person: '李科员' } as const;
    const by = {
      attempt: 'run#1#1',
      claimedAt: OPENED,
      words: { subject: '', text: '', parts: 1 },
    };
    await insertMessage(tx, { key, ...of, address: OFFICER, owner, ...by });
    await settleDelivery(tx, deliveries, { state: 'sending', message: key }, null);
  });
  return key;
}

it('one that was claimed before an upgrade goes again under the key it had, and once', async () => {
  const [one = '', other = ''] = await digests('compiled-2');
  const key = await claimedBefore('compiled-2', [one]);
  const again = claimed(await claiming(one, 'run#1#2'));
  expect([again.key, again.attempts]).toEqual([key, 2]);
  await settle(depsOn(pool), { claim: again, outcome: sent, now: OPENED });
  expect((await claiming(one, 'run#2#1')).kind).toBe('nothing to send');
  // The other, which nobody has claimed yet, has its own.
  const own = claimed(await claiming(other));
  expect(own.key).not.toBe(key);
  expect(await findMessage(pool, key)).toMatchObject({ state: 'sent', owner: one });
});

it('two that shared a key before the upgrade are not sent under a second one', async () => {
  const both = await digests('compiled-3');
  const key = await claimedBefore('compiled-3', both);
  for (const delivery of both) {
    expect(claimed(await claiming(delivery, 'run#1#2')).key).toBe(key);
  }
});
