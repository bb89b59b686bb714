/** Live updates, over real sockets. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Changes, openChanges } from '../../../../client/web/shared/changes.ts';
import { type Served, serve } from '../../../support/pages/served.ts';
import { type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { addressOf } from '../../../support/people/contacts.ts';
import { at } from '../../../support/time/dates.ts';

let web: Web;
let changes: Changes;
let served: Served;
let cookie: string;
beforeAll(async () => {
  web = await webOverRound();
  changes = openChanges(web.round.database.url);
  await new Promise<void>((connected) => {
    const end = changes.subscribe('', () => {
      end();
      connected();
    });
  });
  served = await serve(() => ({ ...web.deps, changes }));
  cookie = await web.cookieOf(addressOf('jinrongju', 'officer'));
});
afterAll(async () => {
  await served.close();
  await changes.stop();
  await web.round.database.drop();
});
afterEach(() => until(() => changes.size() === 0));

test('an open page gets one event for several changes at once, also for those that change no state', async () => {
  const page = await listen('/2018H1/live');
  for (const minute of ['10:31', '10:32', '10:33']) {
    await web.round.act('shaxi', at(`2018-07-17 ${minute}`), { kind: 'note', text: minute });
  }
  await until(() => page.events().includes('changed'));
  await wait(1_300);
  expect(page.events()).toEqual(['beat', 'changed']);
  page.leave();
});

test('a page of another round gets no event', async () => {
  const page = await listen('/2017H2/live');
  await web.round.act('shaxi', at('2018-07-17 10:34'), { kind: 'note', text: 'x' });
  await wait(1_500);
  expect(page.events()).toEqual(['beat']);
  page.leave();
});

test('a closed browser leaves no subscription', async () => {
  const pages = await Promise.all([1, 2, 3].map(() => listen('/2018H1/live')));
  expect(changes.size()).toBe(3);
  for (const page of pages) page.leave();
  await until(() => changes.size() === 0);
});

test('after a lost database connection, pages get an event and then further changes', async () => {
  const page = await listen('/2018H1/live');
  const { pool } = web.round.database;
  await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cuibao cuibao_record'`,
  );
  await until(() => page.events().filter((event) => event === 'changed').length === 1);
  await web.round.act('shaxi', at('2018-07-17 10:35'), { kind: 'note', text: 'x' });
  await until(() => page.events().filter((event) => event === 'changed').length === 2);
  page.leave();
});

test('without change notifications, browsers are told not to reconnect', async () => {
  expect((await web.get('/2018H1/live')).status).toBe(204);
});

async function listen(path: string) {
  const controller = new AbortController();
  const answer = await fetch(`${served.url}${path}`, {
    headers: { cookie },
    signal: controller.signal,
  });
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  let text = '';
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) text += decoder.decode(chunk as Uint8Array);
  })();
  reading.catch(() => {});
  const events = () => [...text.matchAll(/^event: (\w+)$/gm)].map(([, event]) => event);
  await until(() => events().length > 0);
  return { events, leave: () => controller.abort() };
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(test: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 8_000; !test(); await wait(20)) {
    if (Date.now() > deadline) throw new Error('it never came to that');
  }
}
