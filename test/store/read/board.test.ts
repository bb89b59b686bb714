import { afterAll, beforeAll, expect, test } from 'vitest';
import { countsOf } from '../../../domain/round/counts.ts';
import { day } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { readWholeBoard } from '../../../store/read/board.ts';
import { heldDocuments } from '../../../store/read/tasks.ts';
import { readTimeline } from '../../../store/read/unit.ts';
import { ROUND } from '../../support/people/cast.ts';
import { type OpenRound, openInJuly } from '../../support/record/opened-round.ts';
import { nilReport } from '../../support/reports/reports.ts';
import { at, show } from '../../support/time/dates.ts';

let round: OpenRound;

beforeAll(async () => {
  round = await openInJuly();
  await round.look('guzhen', at('2018-06-22 09:00'));
  await round.act('guzhen', at('2018-06-22 10:00'), { kind: 'confirm' });
  await round.act('kejiju', at('2018-07-10 09:00'), { kind: 'submit', report: nilReport });
  await round.act('kejiju', at('2018-07-11 09:00'), {
    kind: 'return',
    version: 1,
    reason: '缺少数据',
    until: day('2018-07-18'),
  });
  await round.act('fagaiju', at('2018-07-17 09:00'), { kind: 'submit', report: nilReport });
  await round.act('canlian', at('2018-07-02 09:00'), { kind: 'waive', reason: '职责划转' });
});
afterAll(() => round.database.drop());

const board = (today: string) => readWholeBoard(round.database.pool, ROUND, day(today));

test('the counts of a board add up: owed is reported, waived and missing', async () => {
  const { units } = await board('2018-07-17');
  expect(units).toHaveLength(44);
  const counts = countsOf(
    units.map(({ obligation }) => obligation),
    at('2018-07-17 10:31'),
  );
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

test('a board holds the next step of a unit and the last one that was performed', async () => {
  const guzhen = `${ROUND}/guzhen`;
  const before = await board('2018-06-22');
  expect(before.next.get(guzhen)?.step).toBe('notice');
  expect(before.last.get(guzhen)).toBeUndefined();
  expect(before.liaisons.get('guzhen')?.role).toBe('liaison');
  await round.database.pool.query(
    `update step set state = 'performed', settled_at = at where obligation = $1 and key = 'notice'`,
    [guzhen],
  );
  const { last, next } = await board('2018-06-22');
  expect(last.get(guzhen)?.step).toBe('notice');
  const ahead = next.get(guzhen);
  expect(ahead && `${ahead.step} ${show(ahead.at)}`).toBe('reminder-5 2018-07-06 09:00');
});

test('a round not open yet has a board without units; one never planned has none', async () => {
  const today = day('2018-06-22');
  const boardOf = (period: string) =>
    readWholeBoard(round.database.pool, `${shippedPlan.id}/${period}`, today);
  const planned = await boardOf('2017H2');
  expect([planned.round.phase, planned.units]).toEqual(['planned', []]);
  await expect(boardOf('2019H1')).rejects.toThrow('请先启动该年度');
});

test('a timeline holds the commands with their outcome, refused ones too, and every version', async () => {
  const accepted = round.act('kejiju', at('2018-07-11 10:00'), { kind: 'accept', version: 1 });
  await expect(accepted).rejects.toThrow('没有待审的材料');
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
