import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSandboxRobot } from '../../../gateways/robot/sandbox.ts';
import { createSandbox, type Sandbox } from '../../../sandbox/sandbox.ts';

let dir: string;
let sandbox: Sandbox;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sandbox-'));
  sandbox = await createSandbox({ dir, smtpPort: 0, httpPort: 0 });
});
afterAll(async () => {
  await sandbox.close();
  await rm(dir, { recursive: true });
});

const say = (text = '各单位：请抓紧。') =>
  createSandboxRobot(sandbox.httpUrl).send({ key: 'group-2018-07-13', text });
const said = async () =>
  (await (await fetch(new URL('/api/robot', sandbox.httpUrl))).json()) as { text: string }[];
const order = (mode: string) =>
  fetch(new URL('/fail', sandbox.httpUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mode, times: 1 }),
  });

test('the robot’s message is shown on the group’s page', async () => {
  await say('<b>各单位</b>：请抓紧。');
  expect((await said())[0]?.text).toBe('<b>各单位</b>：请抓紧。');
  const page = await (await fetch(new URL('/robot/wecom', sandbox.httpUrl))).text();
  expect(page).toContain('&lt;b&gt;各单位&lt;/b&gt;：请抓紧。');
});

test('a refused message was not posted; after a broken answer it may have been', async () => {
  const before = (await said()).length;
  await order('robot-refuse');
  await expect(say()).rejects.toMatchObject({ message: 'robot: errcode 93000', handedOver: 'no' });
  await order('robot-error');
  await expect(say()).rejects.toMatchObject({ message: 'robot: HTTP 502', handedOver: 'maybe' });
  await expect(say('长'.repeat(700))).rejects.toMatchObject({ permanent: true });
  expect((await said()).length).toBe(before);
});

test('a message to a sandbox that is not running was certainly not posted', async () => {
  const robot = createSandboxRobot('http://127.0.0.1:9');
  await expect(robot.send({ key: 'k', text: 't' })).rejects.toMatchObject({
    message: expect.stringMatching(/^robot: \w+ while connecting$/),
    handedOver: 'no',
  });
});

test('the robot’s interface also takes markdown, and requires a key', async () => {
  const post = async (path: string, body: object) => {
    const url = new URL(path, sandbox.httpUrl);
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.json();
  };
  const markdown = { msgtype: 'markdown', markdown: { content: '**各单位**' } };
  expect(await post('/robot/wecom?key=k', markdown)).toMatchObject({ errcode: 0 });
  expect(await post('/robot/wecom', markdown)).toMatchObject({ errcode: 93000 });
  expect(await post('/robot/wecom?key=k', { msgtype: 'image' })).toMatchObject({ errcode: 40008 });
});
