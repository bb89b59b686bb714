import { afterAll, beforeAll, expect, test } from 'vitest';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { readBoard } from '../../../store/read/board.ts';
import { heldDocuments } from '../../../store/read/tasks.ts';
import { readTimeline } from '../../../store/read/unit.ts';
import { ROUND, type RoundInJuly, roundInJuly } from '../../support/record/round-in-july.ts';
import { nilReport } from '../../support/reports/filled-in.ts';
import { at, show } from '../../support/time/dates.ts';

let round: RoundInJuly;

beforeAll(async () => {
  round = await roundInJuly();
  await round.look('guzhen', '2018-06-22 09:00');
  await round.act('guzhen', '2018-06-22 10:00', { kind: 'confirm' });
  await round.act('kejiju', '2018-07-10 09:00', { kind: 'submit', report: nilReport });
  await round.act('kejiju', '2018-07-11 09:00', {
    kind: 'return',
    version: 1,
    reason: '缺少数据',
    until: (await import('../../../domain/time/time.ts')).day('2018-07-18'),
  });
  await round.act('fagaiju', '2018-07-17 09:00', { kind: 'submit', report: nilReport });
  await round.act('canlian', '2018-07-02 09:00', { kind: 'waive', reason: '职责划转' });
});
afterAll(() => round.database.drop());

const board = (when: string) => readBoard(round.database.pool, ROUND, at(when));

test('the counts of a board add up: owed is reported, waived and missing', async () => {
  const { counts, rows } = await board('2018-07-17 10:31');
  expect(rows).toHaveLength(44);
  expect(counts).toMatchObject({
    owed: 44,
    reported: 1,
    waived: 1,
    missing: 42,
    late: 1,
    returned: 1,
  });
  expect(counts.reported + counts.waived + counts.missing).toBe(counts.owed);
});

test('a row names the next step and, once there was one, the last', async () => {
  const { rows } = await board('2018-06-22 09:01');
  const guzhen = rows.find(({ obligation }) => obligation.unit === 'guzhen');
  expect(guzhen?.nextStep?.step).toBe('notice');
  expect(guzhen?.lastStep).toBeNull();
  expect(guzhen?.liaison?.role).toBe('liaison');
  await round.database.pool.query(
    `update step set state = 'performed', settled_at = at where obligation = $1 and key = 'notice'`,
    [`${ROUND}/guzhen`],
  );
  const after = (await board('2018-06-22 09:01')).rows.find(
    (row) => row.obligation.unit === 'guzhen',
  );
  expect(after?.lastStep?.step).toBe('notice');
  expect(after?.nextStep && `${after.nextStep.step} ${show(after.nextStep.at)}`).toBe(
    'reminder-5 2018-07-06 09:00',
  );
});

test('a round not open yet has a board without rows; one never planned has none', async () => {
  const planned = await readBoard(
    round.database.pool,
    `${shippedPlan.id}/2017H2`,
    at('2018-06-22 09:00'),
  );
  expect([planned.round.phase, planned.rows]).toEqual(['planned', []]);
  await expect(
    readBoard(round.database.pool, `${shippedPlan.id}/2019H1`, at('2018-06-22 09:00')),
  ).rejects.toThrow('请先启动该年度');
});

test('a timeline holds the commands with their outcome, refused ones too, and every version', async () => {
  await round.act('kejiju', '2018-07-11 10:00', { kind: 'accept', version: 1 });
  const timeline = await readTimeline(round.database.pool, `${ROUND}/kejiju`);
  expect(timeline.commands.map(({ kind, ok }) => [kind, ok])).toEqual([
    ['submit', true],
    ['return', true],
    ['accept', false],
  ]);
  expect(timeline.commands[0]?.content).toEqual({ kind: 'submit' });
  expect(timeline.submissions.map(({ version, way }) => [version, way])).toEqual([[1, 'online']]);
});

test('nothing is held as long as no letter was prepared', async () => {
  expect(await heldDocuments(round.database.pool, shippedPlan.id)).toEqual([]);
});
