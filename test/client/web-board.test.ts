import { afterAll, beforeAll, expect, test } from 'vitest';
import { shortNumber } from '../../client/short-number.ts';
import { at, HELD, reportOfTown, type Web, webOverRound } from '../support/web-app.ts';

let web: Web;
beforeAll(async () => {
  web = await webOverRound();
});
afterAll(() => web.round.database.drop());

test('the counts of the board add up, and a report that comes in moves them', async () => {
  const before = await counts();
  expect(before.owed).toBe(before.reported + before.waived + before.missing);
  expect(before).toMatchObject({ reported: 0, returned: 1 });
  await web.round.act('shaxi', at('2018-07-17', '10:00'), {
    kind: 'submit',
    report: reportOfTown(),
  });
  const after = await counts();
  expect(after).toMatchObject({ reported: 1, missing: before.missing - 1, late: 1 });
});

test('the board says how each unit stands, what failed, what was promised and what to type', async () => {
  const board = await web.html('/2018H1');
  expect(board).toContain('7月15日（星期日）');
  expect(board).toContain('顺延至 7月16日（星期一） 24:00');
  expect(board).toContain('<strong>T+1</strong>');
  expect(rowOf(board, '古镇镇')).toMatch(/退回待补.*短信✗/);
  expect(rowOf(board, '小榄镇')).toMatch(/逾期未报.*07-16 09:00 致电：在送签.*07-18/);
  expect(board).toContain(`npm run -s cuibao -- release ${shortNumber(HELD)}`);
  expect(board).toContain('第1版 · 尚未报齐');
  expect(board).toContain('已过时');
  expect(board.indexOf('未报 · 镇区')).toBeLessThan(board.indexOf('未报 · 市直'));
});

test('the board asks for itself again until it is told not to', async () => {
  expect(await web.html('/2018H1')).toContain('<meta http-equiv="refresh" content="20"/>');
  expect(await web.html('/2018H1?live=0')).not.toContain('http-equiv="refresh"');
});

async function counts() {
  const board = await web.html('/2018H1');
  const number = (name: string) => Number(board.match(new RegExp(`${name} <b>(\\d+)</b>`))?.[1]);
  return {
    owed: number('应报'),
    reported: number('已报'),
    waived: number('免报'),
    missing: number('未报'),
    returned: number('退回'),
    late: number('迟报'),
  };
}

/** One line without tags. */
const rowOf = (board: string, unit: string): string => {
  const row = board.split('<tr>').find((part) => part.includes(`>${unit}</a>`)) ?? '';
  return row.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
};
