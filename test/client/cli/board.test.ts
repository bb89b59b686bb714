import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertDeliveries } from '../../../store/write/deliveries.ts';
import { writeSettings } from '../../../store/write/settings.ts';
import { cuibao } from '../../support/command-line.ts';
import { HELD, NOW, type Web, webOverRound } from '../../support/pages/web-app.ts';
import { ROUND } from '../../support/people/cast.ts';
import { at } from '../../support/time/dates.ts';

let web: Web;
beforeAll(async () => {
  web = await webOverRound();
  await writeSettings(web.round.database.pool, {
    offsetMs: NOW - Date.now(),
    demonstration: false,
  });
});
afterAll(() => web.round.database.drop());

const LETTER = {
  key: HELD,
  round: ROUND,
  obligation: `${ROUND}/xiaolan`,
  cycle: 1,
  step: 'press',
  kind: 'press',
  slot: 'leader',
  channel: 'letter',
  state: 'sent',
  notAfter: NOW,
  insteadOf: null,
  person: null,
  message: null,
  content: null,
  reason: null,
  settledAt: NOW,
} as const;

/** On the page: day, time, what. */
async function pageContact(unit: string): Promise<{ day: string; what: string }> {
  const row = (await web.html('/2018H1')).split('<tr').find((one) => one.includes(`>${unit}<`));
  const [, cell = ''] = /<td class="contact">(.*?)<\/td>/s.exec(row ?? '') ?? [];
  const text = cell.replace(/<span class="tag.*/s, '').replace(/<[^>]*>/g, '');
  const [day = '', , ...what] = text.trim().split(/\s+/);
  return { day, what: what.join('') };
}

const terminalBoard = async (): Promise<string> =>
  (await cuibao(['board', '2018H1'], { DATABASE_URL: web.round.database.url })).out;

/** On the command line: day, what. */
function terminalContact(board: string, unit: string): { day: string; what: string } {
  const row = board.split('\n').find((line) => line.includes(unit)) ?? '';
  const [, day = '', what = ''] = /(\d\d-\d\d) ([催致]\S+)/.exec(row) ?? [];
  return { day, what };
}

test('page and command line show the same last contact: a refused SMS, a call, a released letter', async () => {
  const pool = web.round.database.pool;
  const before = await terminalBoard();
  expect(await pageContact('古镇镇')).toEqual({ day: '07-17', what: '催报短信✗' });
  expect(terminalContact(before, '古镇镇')).toEqual({ day: '07-17', what: '催报短信未送达' });
  expect(await pageContact('小榄镇')).toEqual({ day: '07-16', what: '致电：在送签' });
  expect(terminalContact(before, '小榄镇')).toEqual({ day: '07-16', what: '致电：在送签' });
  await insertDeliveries(pool, [{ ...LETTER, at: at('2018-07-16 12:00') }]);
  const page = await pageContact('小榄镇');
  const terminal = terminalContact(await terminalBoard(), '小榄镇');
  expect(page.what).toContain('催办');
  expect(terminal).toEqual({ day: page.day, what: '催办函已发' });
});
