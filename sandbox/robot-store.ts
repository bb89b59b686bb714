import { z } from 'zod';
import { openNumberedFiles } from './numbered-files.ts';

/** What WeCom's group robots take, of the two kinds that matter (developer.work.weixin.qq.com/document/path/99110). */
export const RobotMessage = z
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

/** What the robot said in the group, as `.json` files and in memory. */
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
