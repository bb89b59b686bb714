/** @jsxRuntime automatic @jsxImportSource hono/jsx */

/** A group robot with the interface of WeCom 企业微信: its messages, and the page that shows them. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { Failures } from './failures.tsx';
import { Layout, shownTime } from './layout.tsx';
import { openNumberedFiles } from './numbered-files.ts';
import { type Language, languageOf, wordsIn } from './words.ts';

/** The two kinds of WeCom messages that the product sends (developer.work.weixin.qq.com/document/path/99110). */
const RobotMessage = z
  .union([
    z.object({ msgtype: z.literal('text'), text: z.object({ content: z.string().min(1) }) }),
    z.object({
      msgtype: z.literal('markdown'),
      markdown: z.object({ content: z.string().min(1) }),
    }),
  ])
  .transform((message) =>
    message.msgtype === 'text' ? message.text.content : message.markdown.content,
  );

export type Said = {
  readonly seq: number;
  readonly text: string;
  /** This machine's clock. */
  readonly receivedAt: string;
};
export type RobotStore = {
  keep(text: string): Promise<Said>;
  /** Newest first. */
  list(): readonly Said[];
};

/** The robot's messages, as `.json` files and in memory. */
export async function openRobotStore(dir: string): Promise<RobotStore> {
  const files = await openNumberedFiles(dir, 'json');
  const said: Said[] = [];
  for (const seq of files.numbers()) said.push(JSON.parse(String(await files.read(seq))) as Said);
  return {
    async keep(text) {
      const receivedAt = new Date().toISOString();
      const seq = await files.add((number) => JSON.stringify({ seq: number, text, receivedAt }));
      const kept = { seq, text, receivedAt };
      said.push(kept);
      return kept;
    },
    list: () => said.toReversed(),
  };
}

/** Bytes of UTF-8 that WeCom takes as text. */
const LARGEST_BYTES = 2048;

/** The interface of the robot, with WeCom's error codes, and the page of its group. */
export function robotRoutes({ robot, failures }: { robot: RobotStore; failures: Failures }): Hono {
  const routes = new Hono();

  routes.post('/robot/wecom', async (c) => {
    const failing = failures.spend('group', ['robot-refuse', 'robot-error']);
    if (failing === 'robot-error') return c.text('bad gateway', 502);
    if (failing === 'robot-refuse' || !c.req.query('key')) {
      return c.json({ errcode: 93000, errmsg: 'invalid webhook url' });
    }
    const message = RobotMessage.safeParse(await c.req.json().catch(() => undefined));
    if (!message.success) return c.json({ errcode: 40008, errmsg: 'invalid message type' });
    if (Buffer.byteLength(message.data) > LARGEST_BYTES) {
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

/** The work group as its members would see it, newest message first. */
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
