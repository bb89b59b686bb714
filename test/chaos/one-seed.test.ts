import { expect, test } from 'vitest';
import type { Counts } from './reckoning.ts';
import { runSeed } from './run-seed.ts';

const { TEMPORAL_CLI_PATH: temporalCli = '' } = process.env;
const NOTHING: Counts = {
  submissionsLost: [],
  commandsNotInRecord: [],
  stepsUnaccounted: [],
  messagesAstray: [],
  claimedAfterArrival: [],
  smsRepeated: [],
  mailsRepeatedUnexplained: [],
  chainBroken: [],
  outstandingWrong: [],
};

// The activity of a killed worker is given out again after a minute for each of its messages: at most three.
const LIMIT_MS = 420_000;

test(
  'a round loses nothing and repeats no SMS while worker, Temporal and Postgres are killed',
  async ({ signal }) => {
    expect(temporalCli, 'run the tests with npm test').not.toBe('');
    const result = await runSeed({ seed: 11, gap: 5, temporalCli, signal });
    expect(result).toMatchObject({ counts: NOTHING, notAtRest: [], units: 44 });
    expect(Math.min(...Object.values(result.kills))).toBeGreaterThanOrEqual(3);
  },
  LIMIT_MS,
);
