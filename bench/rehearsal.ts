/** `cuibao rehearse 2018` on the shipped plan, as the command line starts it: a process of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RehearsalResult } from '../rehearsal/result.ts';
import type { Figure, Measured } from './figure.ts';
import type { Options } from './options.ts';
import { outputOf, ROOT, typescript } from './program.ts';

/** Up to the morning after the first notice. */
const TINY = ['--until', '2017-12-23T09:00:00+08:00'];

export async function measureRehearsal({ runs, tiny }: Options): Promise<Measured> {
  const seconds: number[] = [];
  const notes: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    const result = await rehearse(tiny);
    seconds.push((performance.now() - began) / 1000);
    if (result.violations.length > 0) throw new Error(result.violations.join('\n'));
    if (run === 0) notes.push(contentOf(result));
  }
  const what = tiny ? 'rehearsal of the first days of 2018' : 'rehearsal of the year 2018';
  const goal: Figure['goal'] = tiny ? null : { atMost: 20 };
  return { figures: [{ what, unit: 's', size: null, runs: seconds, goal }], notes };
}

async function rehearse(tiny: boolean): Promise<RehearsalResult> {
  const out = mkdtempSync(path.join(tmpdir(), 'cuibao-bench-'));
  try {
    const folder = path.join(ROOT, 'plans', 'zhongshan-2017-2020');
    const args = [folder, '2018', '--json', '--out', out, ...(tiny ? TINY : [])];
    return JSON.parse(await outputOf(typescript('rehearsal/main.ts', ...args)));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function contentOf({ rounds }: RehearsalResult): string {
  const sum = (of: (round: RehearsalResult['rounds'][number]) => number) =>
    rounds.reduce((total, round) => total + of(round), 0);
  const sent = sum(({ messages }) => messages.filter(({ state }) => state === 'sent').length);
  const documents = sum((round) => round.documents.length);
  return `${sum(({ owed }) => owed)} obligations, ${sent} deliveries sent, ${documents} documents compiled`;
}
