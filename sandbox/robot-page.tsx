/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { Hono } from 'hono';
import type { Deps } from './deps.ts';
import { Layout, shownTime } from './layout.tsx';
import { RobotMessage, type Said } from './robot-store.ts';
import { type Language, languageOf, wordsIn } from './words.ts';

/** The work group as its members would see it, newest first. */
function RobotPage({ language, said }: { language: Language; said: readonly Said[] }) {
  const words = wordsIn(language);
  return (
    <Layout language={language} title={words.robot} here="/robot/wecom">
      <p>{words.robotHint}</p>
      {said.length === 0 ? <p>{words.robotSilent}</p> : said.map((one) => <Speech one={one} />)}
    </Layout>
  );
}

const Speech = ({ one }: { one: Said }) => (
  <section class="said" id={`said-${one.seq}`}>
    <p class="time">{shownTime(one.receivedAt)}</p>
    <pre class="letter">{one.text}</pre>
  </section>
);

/** Bytes of UTF-8 that the real one takes as text. */
const MOST = 2048;

/** A group robot of WeCom 企业微信, with its error codes, and the group in which it speaks. */
export function robotRoutes({ robot, failures }: Pick<Deps, 'robot' | 'failures'>): Hono {
  const routes = new Hono();

  routes.post('/robot/wecom', async (c) => {
    const failing = failures.spend('group', ['robot-refuse', 'robot-error']);
    if (failing === 'robot-error') return c.text('bad gateway', 502);
    if (failing === 'robot-refuse' || !c.req.query('key')) {
      return c.json({ errcode: 93000, errmsg: 'invalid webhook url' });
    }
    const message = RobotMessage.safeParse(await c.req.json().catch(() => undefined));
    if (!message.success) return c.json({ errcode: 40008, errmsg: 'invalid message type' });
    if (Buffer.byteLength(message.data) > MOST) {
      return c.json({ errcode: 45002, errmsg: 'content size out of limit' });
    }
    await robot.keep(message.data);
    return c.json({ errcode: 0, errmsg: 'ok' });
  });

  routes.get('/robot/wecom', (c) =>
    c.html(RobotPage({ language: languageOf(c.req.query('lang')), said: robot.list() })),
  );
  routes.get('/api/robot', (c) => c.json(robot.list()));
  return routes;
}
