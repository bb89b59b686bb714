/** What people do in a rehearsal: read from a file, or made by the default script. Instants are plan time. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Problem } from '../../domain/problem.ts';
import { type Day, type Instant, instant } from '../../domain/time/time.ts';

const At = z.iso
  .datetime({ offset: true, error: '应是带时区的时刻，例如 2018-07-10T10:00:00+08:00' })
  .transform((text): Instant => instant(Date.parse(text)));
const On = z.iso.date('应是日期，例如 2018-07-18').transform((text) => text as Day);
const who = { at: At, period: z.string(), unit: z.string() };
const round = { at: At, period: z.string() };

const Event = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('confirm'), ...who }),
  z.strictObject({ do: z.literal('submit'), ...who, nil: z.boolean().default(false) }),
  z.strictObject({
    do: z.literal('record'),
    ...who,
    way: z.enum(['oa', 'mail', 'paper', 'messenger', 'other']),
    receivedAt: At,
    evidence: z.string(),
  }),
  z.strictObject({ do: z.literal('withdraw'), ...who, reason: z.string() }),
  z.strictObject({ do: z.literal('return'), ...who, reason: z.string(), until: On }),
  z.strictObject({ do: z.literal('accept'), ...who }),
  z.strictObject({ do: z.literal('extend'), ...who, reason: z.string(), until: On }),
  z.strictObject({ do: z.literal('waive'), ...who, reason: z.string() }),
  z.strictObject({ do: z.literal('remind'), ...who }),
  z.strictObject({
    do: z.literal('call'),
    ...who,
    who: z.string(),
    answer: z.string(),
    promisedOn: On.nullable().default(null),
  }),
  /** All letters to leaders that are held at that moment, without the drafts for the city government's office. */
  z.strictObject({ do: z.literal('release letters'), ...round }),
  /** The newest version of the compilation. */
  z.strictObject({ do: z.literal('sign off'), ...round }),
  /** From then on nothing gets through to that contact. */
  z.strictObject({
    do: z.literal('break channel'),
    at: At,
    unit: z.string(),
    role: z.enum(['liaison', 'deputy', 'leader']),
    channel: z.enum(['email', 'sms']),
  }),
]);
export type RehearsalEvent = z.infer<typeof Event>;

const Script = z.strictObject({ events: z.array(Event) });

/** @throws Problem `not_found` or `invalid` with every fault of the file */
export async function readScript(path: string): Promise<RehearsalEvent[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Problem('not_found', `读不到演练脚本“${path}”；请检查路径。`);
  });
  const parsed = Script.safeParse(jsonOf(text, path));
  if (parsed.success) return inOrder(parsed.data.events);
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}：${issue.message}`);
  throw new Problem('invalid', `演练脚本“${path}”有误：\n${lines.join('\n')}`);
}

export const inOrder = (events: readonly RehearsalEvent[]): RehearsalEvent[] =>
  events.toSorted((a, b) => a.at - b.at);

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem('invalid', `演练脚本“${path}”不是合法的 JSON：${String(error)}`);
  }
}
