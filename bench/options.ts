/** The arguments of `npm run bench`. */
import { parseArgs } from 'node:util';
import { Problem } from '../domain/problem.ts';

const MEASUREMENTS = ['burst', 'events', 'rehearsal', 'board', 'start'] as const;
export type Measurement = (typeof MEASUREMENTS)[number];

export type Options = {
  readonly only: readonly Measurement[];
  /** Units of the rounds that are opened and reminded. */
  readonly sizes: readonly number[];
  readonly runs: number;
  /** Only to see that everything still runs: a rehearsal of some days instead of a year. */
  readonly tiny: boolean;
  /** Write the figures into docs/benchmarks.md. */
  readonly write: boolean;
  /** The JSON file; by default .cuibao/bench/<date>.json. */
  readonly out: string | null;
};

/** @throws Problem `invalid` naming the argument and what is allowed */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: MEASUREMENTS.join(',') },
      sizes: { type: 'string', default: '44,500' },
      runs: { type: 'string', default: '3' },
      tiny: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  });
  return {
    only: values.only.split(',').map(measurement),
    sizes: values.sizes.split(',').map((text) => positive('--sizes', text)),
    runs: positive('--runs', values.runs),
    tiny: values.tiny,
    write: values.write,
    out: values.out ?? null,
  };
}

function measurement(text: string): Measurement {
  const known = MEASUREMENTS.find((name) => name === text);
  if (known) return known;
  throw new Problem(
    'invalid',
    `--only 里的“${text}”不是一项测量；可用：${MEASUREMENTS.join('、')}，用逗号分隔。`,
  );
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Problem('invalid', `${name} 里的“${text}”应是正整数，例如 ${name} 44。`);
}

/** Variables that `npm run bench` sets. */
type Name = 'DATABASE_ADMIN_URL' | 'TEMPORAL_CLI_PATH' | 'TEMPORAL_TEST_SERVER_PATH';

/** @throws Error when it is missing */
export function settingOf(name: Name): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} 未设置；请用 npm run bench 运行。It is missing: use npm run bench.`);
}
