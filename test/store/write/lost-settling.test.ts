/** A claim or a settling whose connection is lost: the message is sent once and recorded as sent. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { settle } from '../../../activities/outgoing/settle.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { findMessage } from '../../../store/read/messages.ts';
import { ROUND } from '../../support/people/cast.ts';
import { claiming, depsOn, NOTICE_BY_MAIL } from '../../support/record/claims.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { forgetting } from '../../support/record/interleave.ts';
import { openedRound } from '../../support/record/opened-round.ts';
import { claimed, look } from '../../support/record/two-plans.ts';
import { at } from '../../support/time/dates.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await openedRound();
  pool = database.pool;
});
afterAll(() => database.drop());

const REMINDED = at('2018-07-06 09:00');
const REMINDER = { ...NOTICE_BY_MAIL, step: 'reminder-5' };
const SMS = { ...REMINDER, channel: 'sms' as const };

async function due(unit: string): Promise<string> {
  const id = `${ROUND}/${unit}`;
  await look(pool, id);
  return id;
}

const sent = { state: 'sent', providerId: '1' } as const;

it('a settling whose commit was not answered runs again, with the same result', async () => {
  const id = await due('guzhen');
  const claim = claimed(await claiming(id, { target: REMINDER, now: REMINDED })(pool));
  const of = { claim, outcome: sent, now: REMINDED };
  const answer = await settle(depsOn(forgetting(pool).pool), of);
  expect(await findMessage(pool, claim.key)).toMatchObject({ state: 'sent', attempts: 1 });
  expect(answer?.targets).toContainEqual(SMS);
  expect(answer?.targets).not.toContainEqual(REMINDER);
});

it.each([REMINDER, SMS])(
  'so is a claim ($channel): nothing has been sent by it, and it goes',
  async (target) => {
    const id = await due(target.channel === 'sms' ? 'xiaolan' : 'nantou');
    const claim = claimed(await claiming(id, { target, now: REMINDED })(forgetting(pool).pool));
    await settle(depsOn(pool), { claim, outcome: sent, now: REMINDED });
    expect(await findMessage(pool, claim.key)).toMatchObject({ state: 'sent' });
  },
);
