/** The real command line in a process of its own, from the bundle that `npm run cuibao` runs. */

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { z } from 'zod';
import { cliBundle } from '../../scripts/lib/cli-bundle.mjs';
import type { OpenRound } from './record/opened-round.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** @param env settings beside the host's own; without DATABASE_URL it finds none */
export async function cuibao(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ran> {
  const { DATABASE_URL: _, PLAN: __, ...inherited } = process.env;
  const bundle = await cliBundle();
  const program = bundle === undefined ? ['--import', 'tsx', 'client/cli/main.ts'] : [bundle];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...program, ...args], {
      cwd: ROOT,
      env: { ...inherited, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

export const Instant = z.iso.datetime({ offset: true }).endsWith('+08:00');
/** What `board --json` prints. */
const Step = z.strictObject({ step: z.string(), kind: z.string(), at: Instant }).nullable();
const Board = z.strictObject({
  period: z.literal('2018H1'),
  due: z.strictObject({ nominal: z.literal('2018-07-15'), effective: z.literal('2018-07-16') }),
  counts: z.record(z.string(), z.int()),
  obligations: z.array(
    z.strictObject({
      unit: z.string(),
      unitName: z.string(),
      state: z.enum(['open', 'submitted', 'returned', 'accepted', 'waived']),
      late: z.boolean(),
      lateByOriginal: z.boolean(),
      overdue: z.boolean(),
      unreachable: z.boolean(),
      due: z.iso.date(),
      firstReceivedAt: Instant.nullable(),
      receivedAt: Instant.nullable(),
      lastStep: Step,
      nextStep: Step,
    }),
  ),
});

/** The command line on the round's database. Temporal is not running: no command that is answered at once needs it. */
export function counterOf(round: Pick<OpenRound, 'database'>) {
  const run = (...args: string[]): Promise<Ran> =>
    cuibao(args, { DATABASE_URL: round.database.url, TEMPORAL_ADDRESS: '127.0.0.1:1' });
  const done = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await run(...args);
    expect([code, code === 0 ? '' : err + out]).toEqual([0, '']);
    return out;
  };
  const json = async (...args: string[]): Promise<unknown> =>
    JSON.parse(await done(...args, '--json'));
  return {
    run,
    done,
    json,
    async refused(sentence: string, ...args: string[]): Promise<void> {
      const { code, out, err } = await run(...args);
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain(sentence);
    },
    async onBoard(unit: string) {
      const { obligations } = Board.parse(await json('board', '2018H1'));
      return obligations.find((o) => o.unit === unit);
    },
  };
}
