import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../../../domain/time/time.ts';
import { shippedPlan } from '../../../../rehearsal/shipped-plan.ts';
import { HELD, reportOfTown, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { addressOf } from '../../../support/people/contacts.ts';
import { createAdministrator } from '../../../support/people/signed-in.ts';
import { at } from '../../../support/time/dates.ts';

let web: Web;
beforeAll(async () => {
  web = await webOverRound();
});
afterAll(() => web.round.database.drop());

test('the board’s counts add up and follow a new report', async () => {
  const before = await counts();
  expect(before.owed).toBe(before.reported + before.waived + before.missing);
  expect(before).toMatchObject({ reported: 0, returned: 1, toReview: 0 });
  await web.round.act('shaxi', at('2018-07-17 10:00'), {
    kind: 'submit',
    report: reportOfTown(),
  });
  const after = await counts();
  expect(after).toMatchObject({ reported: 1, missing: before.missing - 1, late: 1, toReview: 1 });
  // No report has a signed scan yet.
  expect(after.awaitingScan).toBe(before.awaitingScan + 1);
});

test('the board shows each unit’s state, failures, promises and actions', async () => {
  const board = await web.html('/2018H1');
  expect(board).toContain('7月15日（星期日）');
  expect(board).toContain('顺延至 7月16日（星期一） 24:00');
  expect(board).toContain('<strong>T+1</strong>');
  expect(rowOf(board, '古镇镇')).toMatch(/退回待补.*短信✗/);
  expect(rowOf(board, '小榄镇')).toMatch(/逾期未报.*07-16 09:00 致电：在送签.*07-18/);
  expect(board).toContain('第1版 · 尚未报齐');
  expect(board).toContain('已过时');
  expect(board.indexOf('未报 · 镇区')).toBeLessThan(board.indexOf('未报 · 市直'));
  const held = new URLSearchParams({ delivery: HELD });
  expect(board).toContain(`href="/2018H1/xiaolan/acts/release?${held}"`);
  expect(board).toContain(`href="/2018H1/xiaolan/acts/dismiss?${held}"`);
  expect(board).not.toContain('npm run');
});

test('officers see a text for the work group that names nobody; administrators do not see it', async () => {
  const board = await web.html('/2018H1');
  const [, text] = /<textarea id="group-text"[^>]*>([^<]*)/.exec(board) ?? [];
  expect(text).toMatch(
    /^【中山市金融局】各单位：2018年上半年工作情况报送已于7月15日（顺延至7月16日）截止。/,
  );
  expect(text).not.toMatch(/镇|局，|http/);
  const administrator = await createAdministrator(web.deps.pool, at('2018-07-17 09:00'));
  const seen = await (await web.get('/2018H1', administrator)).text();
  expect(seen).toContain('古镇镇');
  expect(seen).not.toContain('id="group-text"');
});

test('the board of a plan without that template has no such text', async () => {
  const { pool } = web.deps;
  await pool.query(
    `insert into plan_version
       select plan, version + 1, content #- '{texts,group-text.robot}', 'older', imported_at from plan_version`,
  );
  const board = await web.html('/2018H1');
  await pool.query(`delete from plan_version where hash = 'older'`);
  expect(board).toContain('古镇镇');
  expect(board).not.toContain('id="group-text"');
});

test('each count links to its rows, and the shown one is marked', async () => {
  const board = await web.html('/2018H1');
  for (const show of ['missing', 'returned', 'undelivered', 'unconfirmed', 'toReview']) {
    const link = board.match(new RegExp(`href="(/2018H1\\?show=${show})"`))?.[1] ?? '';
    const number = Number(board.match(new RegExp(`show=${show}"[^>]*>[^<]* <b>(\\d+)</b>`))?.[1]);
    const shown = await web.html(link);
    expect([show, unitsOf(shown).length]).toEqual([show, number]);
    expect(shown).toContain(`找到 ${number} 个，共 44 个单位`);
    expect(shown).toMatch(new RegExp(`aria-current="true">[^<]* <b>${number}</b>`));
  }
});

test('units can be searched by name, code, alias or liaison, filtered by group, and sorted', async () => {
  expect(unitsOf(await web.html(`/2018H1?q=${encodeURIComponent('小榄')}`))).toEqual(['小榄镇']);
  expect(unitsOf(await web.html('/2018H1?q=XIAOLAN'))).toEqual(['小榄镇']);
  const { unit, name } = shippedPlan.contacts.find(({ role }) => role === 'liaison') ?? {
    unit: '',
    name: '',
  };
  const itsName = shippedPlan.units.find(({ code }) => code === unit)?.name;
  expect(unitsOf(await web.html(`/2018H1?q=${encodeURIComponent(name)}`))).toContain(itsName);
  const towns = unitsOf(await web.html('/2018H1?group=town&sort=name'));
  expect(towns).toHaveLength(24);
  expect(towns).toEqual(towns.toSorted(new Intl.Collator('zh-CN').compare));
  expect(unitsOf(await web.html('/2018H1?group=department&q=guzhen'))).toEqual([]);
  expect(await web.html('/2018H1?q=nobody')).toContain('没有符合条件的单位。');
  expect(unitsOf(await web.html('/2018H1?show=x&group=y&sort=z&page=-1'))).toHaveLength(44);
});

test('the search text is escaped and stays in the form', async () => {
  const board = await web.html(`/2018H1?q=${encodeURIComponent('"><script>alert(1)')}`);
  expect(board).not.toContain('<script>alert');
  expect(board).toContain('value="&quot;&gt;&lt;script&gt;alert(1)"');
});

test('a request for a later date is a task with a link to the answer', async () => {
  await web.round.act('tanzhou', at('2018-07-17 10:10'), {
    kind: 'ask-extension',
    until: day('2018-07-20'),
    reason: '统计口径待核',
  });
  const board = await web.html('/2018H1');
  expect(await counts()).toMatchObject({ requests: 1 });
  expect(board).toContain('href="/2018H1/tanzhou/acts/extend?until=2018-07-20"');
  expect(board).toContain('href="/2018H1/tanzhou/acts/refuse-extension"');
  expect(unitsOf(await web.html('/2018H1?show=requests'))).toEqual(['坦洲镇']);
  await web.round.act('tanzhou', at('2018-07-17 10:20'), {
    kind: 'refuse-extension',
    reason: '请先报已有数据',
  });
  expect(await counts()).toMatchObject({ requests: 0 });
});

test('the board updates itself unless turned off; without scripts it reloads', async () => {
  const board = await web.html('/2018H1?show=missing');
  expect(board).toContain(
    '<noscript><meta http-equiv="refresh" content="20; url=/2018H1?show=missing&amp;by=itself"/></noscript>',
  );
  expect(board).toContain('data-live="/2018H1/live?by=itself"');
  const paused = await web.html('/2018H1?show=missing&live=0');
  expect(paused).not.toContain('http-equiv="refresh"');
  expect(paused).not.toContain('data-live');
});

test('an administrator sees the board without the bureau’s actions', async () => {
  await web.round.database.pool.query(
    `insert into account (plan, role, name, email, added_at, added_by)
     values ($1, 'administrator', '管理员', 'root@zhongshan.example', now(), 'test')`,
    [web.deps.plan],
  );
  const cookie = await web.cookieOf('root@zhongshan.example');
  const board = await (await web.get('/2018H1', cookie)).text();
  expect(board).toContain('今天要做的事');
  expect(board).not.toMatch(/\/acts\/(release|call|sign-off|compile)/);
  expect(board).toContain('/2018H1/acts/cancel');
});

test('only the head of the office is offered the sign-off', async () => {
  expect(await web.html('/2018H1')).not.toContain('/acts/sign-off');
  const cookie = await web.cookieOf(addressOf('jinrongju', 'chief'));
  expect(await (await web.get('/2018H1', cookie)).text()).toContain(
    '/2018H1/acts/sign-off?version=1',
  );
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
    toReview: number('待审'),
    requests: number('延期申请'),
    awaitingScan: number('待补扫描件'),
  };
}

const unitsOf = (board: string): string[] =>
  [...board.matchAll(/<th scope="row" class="unit"><a [^>]*>([^<]*)<\/a>/g)].map(
    ([, name = '']) => name,
  );

/** The row's text, without tags. */
const rowOf = (board: string, unit: string): string => {
  const row = board.split('<tr>').find((part) => part.includes(`>${unit}</a>`)) ?? '';
  return row.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
};

test('units can be filtered and sorted by the bureau’s sections', async () => {
  const unitsIn = (desk: string | null) =>
    shippedPlan.units.filter((unit) => unit.desk === desk).map(({ name }) => name);
  const local = unitsOf(
    await web.html('/2018H1?desk=%E5%9C%B0%E6%96%B9%E9%87%91%E8%9E%8D%E7%A7%91'),
  );
  expect(local.length).toBeGreaterThan(20);
  expect(unitsIn('地方金融科')).toEqual(expect.arrayContaining(local));
  expect(await web.html('/2018H1')).toContain('<option value="银行保险科">');
  const bySection = await web.html('/2018H1?sort=desk');
  const titles = [...bySection.matchAll(/colspan="\d+">([^<（]+)（/g)].map(([, title]) => title);
  expect(titles).toEqual(['银行保险科', '综合科', '地方金融科', '未分科室']);
  expect(await web.html('/2018H1/guzhen')).toMatch(/<dt>科室<\/dt><dd><strong>地方金融科/);
});
