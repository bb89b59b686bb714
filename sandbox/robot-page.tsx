import { Hono } from 'hono';
import type { Deps } from './deps.ts';
import { RobotPage } from './pages/robot-page.tsx';
import { RobotMessage } from './robot-store.ts';
import { languageOf } from './words.ts';

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
