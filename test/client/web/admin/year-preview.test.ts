/** Warnings about this installation's channels, before a year starts and before a plan is imported. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../../client/web/app.ts';
import type { Deps } from '../../../../client/web/deps.ts';
import { FILES } from '../../../../gateways/plan-folder/read-folder.ts';
import { SHIPPED_FOLDER } from '../../../../rehearsal/shipped-plan.ts';
import { NOW, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { createAdministrator } from '../../../support/people/signed-in.ts';
import { exampleProvider } from '../../../support/servers/sms-settings.ts';

let web: Web;
let administrator: string;
beforeAll(async () => {
  web = await webOverRound();
  administrator = await createAdministrator(web.deps.pool, NOW);
});
afterAll(() => web.round.database.drop());

async function previewWith(channels: Partial<Deps>, query = ''): Promise<string> {
  const url = `http://127.0.0.1:8080/admin/years/2019${query}`;
  const headers = { cookie: administrator };
  return (await createApp({ ...web.deps, ...channels }).request(url, { headers })).text();
}

test('the robot’s messages are marked only where no robot is set', async () => {
  const without = await previewWith({});
  expect(without).toMatch(/简报 · 群机器人 · 1条<\/a>\s*<span class="tag">没有设置群机器人，不发/);
  expect(await previewWith({}, '?lang=en')).toContain('not said, no robot is set');
  const withOne = await previewWith({ hasRobot: true });
  expect(withOne).toContain('简报 · 群机器人');
  expect(withOne).not.toContain('没有设置群机器人');
});

test('the preview names an SMS that the provider would refuse', async () => {
  const smsProvider = exampleProvider(/尚未收到/);
  expect(await previewWith({ smsProvider })).toMatch(
    /<li class="bad">短信服务商会拒发：催报短信的内容与已审批的模板都对不上.*（\d+条，例如.*“【中山市金融局】/,
  );
  expect(await previewWith({ smsProvider }, '?lang=en')).toContain(
    'The SMS provider would refuse: SMS of the kind chase fit none of the approved templates',
  );
  for (const covered of [undefined, exampleProvider()]) {
    expect(await previewWith({ smsProvider: covered })).not.toContain('短信服务商会拒发');
  }
});

test('so does the import of a plan, which it does not prevent', async () => {
  const body = new FormData();
  for (const name of FILES) {
    body.append(name, new File([readFileSync(`${SHIPPED_FOLDER}/${name}`)], name));
  }
  const own = '截至今日还没有收到材料，请致电{{ phone }}';
  body.append('texts[]', new File([own], 'chase.sms.txt'));
  const headers = { cookie: administrator, origin: 'http://127.0.0.1:8080' };
  const app = createApp({ ...web.deps, smsProvider: exampleProvider() });
  const sent = { method: 'POST', headers, body };
  const answer = await app.request('http://127.0.0.1:8080/admin/plan/check', sent);
  const page = await answer.text();
  expect(page).toMatch(
    /<p class="problem">短信服务商会拒发：催报短信.*截至今日还没有收到材料，请致电/,
  );
  expect(page).toContain('action="/admin/plan/import"');
});
