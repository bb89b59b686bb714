/** Versions of the bureau's report: changes, actions, supplements. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '../../../../domain/compilation/compilation.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { addCompilation } from '../../../../store/write/compilations.ts';
import { NOW, reportOfTown, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { ROUND } from '../../../support/people/cast.ts';
import { addressOf } from '../../../support/people/contacts.ts';
import { compiledRound } from '../../../support/reports/compiled-round.ts';
import { at, shanghai } from '../../../support/time/dates.ts';

let web: Web;
let chief: string;
beforeAll(async () => {
  web = await webOverRound();
  chief = await web.cookieOf(addressOf('jinrongju', 'chief'));
});
afterAll(() => web.round.database.drop());

test('the first version has no comparison', async () => {
  expect(await web.html('/2018H1/compilations/1')).not.toContain('相比');
});

test('a version lists units whose texts changed since the version before', async () => {
  await add({
    ...compiledRound,
    entries: compiledRound.entries.map((entry) => {
      const { unit } = entry.obligation;
      if (unit !== 'guzhen' || !entry.submission) return entry;
      const report = { ...entry.submission.report, remark: '改过的总体情况' };
      return { ...entry, submission: { ...entry.submission, report } };
    }),
  });
  const page = await web.html('/2018H1/compilations/2');
  expect(page).toContain('与第1版相比');
  expect(page).toMatch(/有改动（1）<\/dt><dd class="names"><a href="\/2018H1\/guzhen">古镇镇/);
});

test('any earlier version can be chosen for comparison', async () => {
  await add(compiledRound);
  const newest = await web.html('/2018H1/compilations/3');
  expect(newest).toContain('与第2版相比');
  const first = await web.html('/2018H1/compilations/3?against=1');
  expect(first).toContain('与第1版相比');
  expect(first).toContain('各单位的内容和数字都没有变化');
  expect(await web.html('/2018H1/compilations/3?against=9')).not.toContain('相比');
});

test('after sign-off, reports are listed as supplements, and reopening is offered', async () => {
  const { pool } = web.round.database;
  await pool.query(`update round set report_seq = 0 where id = $1`, [ROUND]);
  const form = await (await web.get('/2018H1/acts/sign-off?version=3', chief)).text();
  expect(form).toContain('这一版是最新的');
  const hidden = Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
  const signedOff = await web.post('/2018H1/acts/sign-off', hidden, chief);
  expect(signedOff.status).toBe(303);
  const board = await (await web.get(signedOff.headers.get('location') ?? '', chief)).text();
  expect(board).toContain('第3版汇总报告已上报');
  expect(board).not.toContain('data-live');
  const late = await applyCommand(pool, {
    id: 'late',
    actor: { kind: 'unit', name: '坦洲镇联络员' },
    receivedAt: at('2018-07-17 10:45'),
    obligation: `${ROUND}/tanzhou`,
    act: { kind: 'submit', report: reportOfTown() },
  });
  expect(late).toMatchObject({ ok: true, supplement: true });
  const page = await (await web.get('/2018H1/compilations/3', chief)).text();
  expect(page).toMatch(/补报（1）.*坦洲镇<\/a> 第1版 · 2018-07-17 10:45/s);
  expect(page).toContain('/2018H1/acts/reopen');
  expect(page).not.toContain('/2018H1/acts/sign-off');
});

const add = (input: typeof compiledRound) =>
  addCompilation(web.round.database.pool, ROUND, {
    reportSeq: 0,
    draft: true,
    outstanding: 44,
    madeAt: NOW,
    reason: '重新汇总',
    data: compile(input, shanghai),
    document: Buffer.from('PK-document'),
  });
