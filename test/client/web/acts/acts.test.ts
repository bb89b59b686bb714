/** Acts of the bureau: what their forms show, two officers at once, forms sent twice. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../../../domain/time/time.ts';
import { MOBILE, reportOfTown, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { ROUND } from '../../../support/people/cast.ts';
import { addressOf } from '../../../support/people/contacts.ts';
import { at } from '../../../support/time/dates.ts';

let web: Web;
let chief: string;
beforeAll(async () => {
  web = await webOverRound();
  chief = await web.cookieOf(addressOf('jinrongju', 'chief'));
  for (const unit of ['shaxi', 'nantou', 'gangkou']) {
    await web.round.act(unit, at('2018-07-13 10:00'), {
      kind: 'submit',
      report: reportOfTown(),
    });
  }
});
afterAll(() => web.round.database.drop());

test('the form to accept shows version, arrival and a link to the report', async () => {
  const page = await web.html('/2018H1/shaxi/acts/accept?version=1');
  expect(page).toContain('第1版 · 2018-07-13 10:00');
  expect(page).toContain('href="/2018H1/shaxi/submissions/1"');
  expect(page).toContain('7月15日（星期日），顺延至 7月16日（星期一） 24:00');
  expect(page).toContain('审核通过后单位不能再修改');
});

test('of two officers at one report, the second sees what the first has done, then decides', async () => {
  const opened = await web.html('/2018H1/shaxi/acts/return?version=1');
  const first = await web.post(
    '/2018H1/shaxi/acts/accept',
    { ...hiddenOf(await web.html('/2018H1/shaxi/acts/accept?version=1')) },
    chief,
  );
  expect(first.status).toBe(303);
  const typed = { version: '1', reason: '缺6月末数据', until: '2018-07-20' };
  const second = await web.post('/2018H1/shaxi/acts/return', { ...hiddenOf(opened), ...typed });
  expect(second.status).toBe(409);
  const page = await second.text();
  expect(page).toContain('在您打开本页之后，别人做了下列操作');
  expect(page).toContain(`沙溪镇第1版材料审核通过`);
  expect(page).toContain('缺6月末数据');
  expect(await stateOf('shaxi')).toBe('accepted');
  const again = await web.post('/2018H1/shaxi/acts/return', { ...hiddenOf(page), ...typed });
  expect(again.status).toBe(303);
  expect(await stateOf('shaxi')).toBe('returned');
});

test('a form sent twice is done once, with the same answer', async () => {
  const hidden = hiddenOf(await web.html('/2018H1/xiaolan/acts/call'));
  const { id: done = '' } = hidden;
  const fields = {
    ...hidden,
    who: '王五',
    answer: '明天报',
    promisedOn: '2018-07-18',
  };
  const answers = await Promise.all([
    web.post('/2018H1/xiaolan/acts/call', fields),
    web.post('/2018H1/xiaolan/acts/call', fields),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  const places = answers.map((answer) => answer.headers.get('location') ?? '');
  expect(places[0]).toBe(places[1]);
  const { rows } = await web.round.database.pool.query(`select 1 from command where id = $1`, [
    done,
  ]);
  expect(rows).toHaveLength(1);
  const page = await web.html(places[0] ?? '');
  expect(page).toContain('已记录通话：小榄镇承诺2018年7月18日前报送');
  // A `done` of another page shows nothing.
  expect(await web.html(`/2018H1/guzhen?done=${done}`)).not.toContain('已记录通话：小榄镇');
});

test('invalid values stay in the form with a sentence beside them, and nothing is done', async () => {
  const before = await stateOf('nantou');
  const answer = await web.post('/2018H1/nantou/acts/return', {
    ...hiddenOf(await web.html('/2018H1/nantou/acts/return?version=1')),
    version: '1',
    reason: '',
    until: '2018-02-30',
  });
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain('“原因”没有填，请填写。');
  expect(page).toContain('填的“2018-02-30”不是日期');
  expect(await stateOf('nantou')).toBe(before);
});

test('the form to extend shows working days and the unit’s request, and answers it', async () => {
  await web.round.act('tanzhou', at('2018-07-17 09:00'), {
    kind: 'ask-extension',
    until: day('2018-07-21'),
    reason: '统计口径待核',
  });
  const page = await web.html('/2018H1/tanzhou/acts/extend?until=2018-07-21');
  expect(page).toContain('延至7月21日（星期六）：统计口径待核');
  expect(page).toContain(
    '2018年7月21日（星期六）不是工作日，是否迟报顺延到2018年7月23日（星期一）判断',
  );
  expect(page).toContain('7月18日（星期三）、7月19日（星期四）');
  expect(page).toContain('value="2018-07-21"');
  const granted = await web.post('/2018H1/tanzhou/acts/extend', {
    ...hiddenOf(page),
    until: '2018-07-21',
    reason: '同意',
  });
  expect(granted.status).toBe(303);
  const { rows } = await web.round.database.pool.query(
    `select answer from extension_request where obligation = $1`,
    [`${ROUND}/tanzhou`],
  );
  expect(rows).toEqual([{ answer: 'granted' }]);
  const unit = await web.html('/2018H1/tanzhou');
  expect(unit).not.toContain('/acts/refuse-extension');
  expect(unit).toContain('/acts/withdraw-extension');
});

test('a request is refused with a reason, and only once', async () => {
  await web.round.act('sanxiang', at('2018-07-17 09:00'), {
    kind: 'ask-extension',
    until: day('2018-07-23'),
    reason: '人手不足',
  });
  const fields = {
    ...hiddenOf(await web.html('/2018H1/sanxiang/acts/refuse-extension')),
    reason: '请先报已有数据',
  };
  const refused = await web.post('/2018H1/sanxiang/acts/refuse-extension', fields);
  expect(await web.html(refused.headers.get('location') ?? '')).toContain('请先报已有数据');
  const again = await web.post('/2018H1/sanxiang/acts/refuse-extension', {
    ...fields,
    id: 'another',
    seen: '999999',
  });
  expect(again.status).toBe(409);
  expect(await again.text()).toContain('没有待批的延期申请');
});

test('a reminder shows recipient, time and text before it is sent', async () => {
  const page = await web.html('/2018H1/guzhen/acts/remind');
  expect(page).toContain('2018-07-17 10:30 起的发送时段');
  expect(page).toContain('【中山市金融局】');
  expect(page).not.toContain(MOBILE);
  expect(page).toContain(`${MOBILE.slice(0, 3)}****${MOBILE.slice(-4)}`);
});

test('a failed message can be sent again from the unit’s page', async () => {
  const { pool } = web.round.database;
  // The refused SMS of 古镇, as one of 民众, whose date has not moved since.
  await pool.query(
    `insert into delivery (key, round, obligation, cycle, step, kind, slot, channel, state, at, not_after, settled_at)
     select $1 || '#1#chase#liaison#sms', round, $1, cycle, step, kind, slot, channel, state, at, not_after, settled_at
       from delivery where obligation = $2`,
    [`${ROUND}/minzhong`, `${ROUND}/guzhen`],
  );
  const unit = await web.html('/2018H1/minzhong');
  const link = unit.match(/href="(\/2018H1\/minzhong\/acts\/resend\?[^"]*)"/)?.[1] ?? '';
  const page = await web.html(link.replaceAll('&amp;', '&'));
  expect(page).toContain('催报 · 短信');
  expect(page).toMatch(/发给<\/dt><dd class="">民众镇联络员甲 109\*\*\*\*\d{4}/);
  const sent = await web.post('/2018H1/minzhong/acts/resend', hiddenOf(page));
  expect(sent.status).toBe(303);
  const { rows } = await pool.query(
    `select key, kind, addressing from step where obligation = $1 and key like 'resend-%'`,
    [`${ROUND}/minzhong`],
  );
  expect(rows).toMatchObject([
    { key: 'resend-1', kind: 'chase', addressing: [{ slot: 'liaison', channels: ['sms'] }] },
  ]);
  expect(await web.html('/2018H1/minzhong')).not.toContain('/acts/resend');
});

test('the page offers exactly what the record would accept', async () => {
  for (const unit of ['gangkou', 'guzhen', 'shaxi', 'tanzhou', 'xiaolan', 'jinrongju']) {
    const page = await web.html(`/2018H1/${unit}`);
    for (const [, href = ''] of page.matchAll(/href="(\/2018H1\/\w+\/acts\/[^"]*)"/g)) {
      const form = await web.get(href.replaceAll('&amp;', '&'));
      expect([href, form.status]).toEqual([href, 200]);
    }
  }
  expect(await web.html('/2018H1/gangkou')).not.toContain('/acts/remind');
  expect(await web.html('/2018H1/jinrongju')).not.toContain('/acts/remind');
  expect(await web.html('/2018H1/gangkou')).toContain('/acts/accept?version=1');
});

test('the form to sign off shows the version, whether it is stale, and the missing units', async () => {
  const page = await (await web.get('/2018H1/acts/sign-off?version=1', chief)).text();
  expect(page).toContain('这一版已过时');
  expect(page).toMatch(/仍未报送<\/dt><dd class="">\d+个单位/);
  const answer = await web.post('/2018H1/acts/sign-off', { ...hiddenOf(page) }, chief);
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('已过时');
});

/** The hidden fields of a form, as a browser would send them. */
function hiddenOf(page: string): Record<string, string> {
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(
    fields.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]),
  );
}

async function stateOf(unit: string): Promise<string> {
  const { rows } = await web.round.database.pool.query<{ state: string }>(
    `select state from obligation where id = $1`,
    [`${ROUND}/${unit}`],
  );
  return rows[0]?.state ?? '';
}
