/** What one plan wants released and the other does not is no joint message: each is released, or sent, by itself. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { claim } from '../../../activities/outgoing/claim.ts';
import { obligationsIn } from '../../../activities/outgoing/outgoing.ts';
import { smallPlan } from '../../../rehearsal/shipped-plan.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { mustBeReleased } from '../../../store/read/tasks.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { claiming, depsOn, NOTICE_BY_MAIL } from '../../support/record/claims.ts';
import { onObligation } from '../../support/record/commands.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { OPENED } from '../../support/record/opened-round.ts';
import { both, claimed, noticeOf, twoPlans } from '../../support/record/two-plans.ts';

const TOWNS = ['guzhen', 'xiaolan'];
const plan = smallPlan(...TOWNS);
const policy = {
  ...plan.policy,
  steps: plan.policy.steps.map((step) =>
    step.kind === 'notice'
      ? { ...step, to: step.to.map((to) => ({ ...to, release: 'held' as const })) }
      : step,
  ),
};
let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await twoPlans(plan, TOWNS, { policy });
  pool = database.pool;
});
afterAll(() => database.drop());

it('the mail of the one plan does not take along what the other holds', async () => {
  const [own, other] = both('guzhen');
  const mail = claimed(await claiming(own)(pool));
  expect(obligationsIn(mail)).toEqual([own]);
  expect((await claiming(other)(pool)).kind).toBe('nothing to send');
  expect(await noticeOf(pool, other)).toMatchObject({ state: 'held', message: null });
  expect(await mustBeReleased(pool, (await noticeOf(pool, other))?.key ?? '')).toBe(true);
  expect(await mustBeReleased(pool, mail.owner.key)).toBe(false);
});

it('nor does the one that holds take the other along', async () => {
  const [own, other] = both('xiaolan');
  expect((await claiming(other)(pool)).kind).toBe('nothing to send');
  expect(await noticeOf(pool, own)).toBeNull();
  expect(obligationsIn(claimed(await claiming(own)(pool)))).toEqual([own]);
});

it('a demonstration says so also when its mark was edited away', async () => {
  const [, other] = both('guzhen');
  const delivery = (await noticeOf(pool, other))?.key ?? '';
  const document = { subject: '请报送', text: '古镇镇政府：\n\n请报送。\n' };
  for (const act of [
    { kind: 'edit-held', delivery, document },
    { kind: 'release', delivery },
  ] as const)
    expect(await applyCommand(pool, onObligation(other, act))).toMatchObject({ ok: true });
  const now = (await noticeOf(pool, other))?.at ?? OPENED;
  const deps = { ...depsOn(pool), demonstration: true };
  const input = { obligation: other, target: NOTICE_BY_MAIL, attempt: 'run#2#1', now };
  const mail = claimed(await claim(deps, input));
  expect(mail.subject).toBe('【演示】请报送');
  expect(mail.text).toMatch(/演示[\s\S]*古镇镇政府：\n\n请报送。\n$/);
});
