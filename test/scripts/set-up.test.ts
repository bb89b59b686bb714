import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { explain, Failure } from '../../scripts/lib/failure.mjs';
import { temporalProgramAtHand, temporalTestServer } from '../../scripts/lib/setup/temporal.mjs';
import { checkNode } from '../../scripts/lib/terminal.mjs';
import { countsOf } from '../../scripts/lib/vitest-counts.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s is enough', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(['20.18.3', '18.20.0', '9.9.9'])('%s is refused by name', (version) => {
    expect(() => checkNode(version)).toThrow(version);
  });
});

describe('the Temporal test server', () => {
  it('is the one the environment names', async () => {
    const file = fakeProgram(path.join(temporaryFolder(), 'server'));
    vi.stubEnv('TEMPORAL_TEST_SERVER_PATH', file);
    expect(await temporalProgramAtHand(temporalTestServer)).toBe(file);
  });

  it('is refused when the environment names something that cannot be run', async () => {
    vi.stubEnv('TEMPORAL_TEST_SERVER_PATH', '/nowhere/server');
    const finding = temporalProgramAtHand(temporalTestServer);
    await expect(finding).rejects.toThrow('TEMPORAL_TEST_SERVER_PATH=/nowhere/server');
  });

  it('otherwise is the cached one of exactly this version', async () => {
    const cache = temporaryFolder();
    vi.stubEnv('TEMPORAL_TEST_SERVER_PATH', '');
    vi.stubEnv('XDG_CACHE_HOME', cache);
    expect(await temporalProgramAtHand(temporalTestServer)).toBeUndefined();
    const { version, program } = temporalTestServer;
    const folder = `${version}-${process.platform}-${process.arch}`;
    const file = fakeProgram(path.join(cache, 'cuibao', 'temporal', folder, program));
    expect(await temporalProgramAtHand(temporalTestServer)).toBe(file);
  });
});

describe('the last line of npm test', () => {
  const file = (status: string, assertions: number) => ({
    status,
    assertionResults: Array.from({ length: assertions }, () => ({})),
  });

  it.each([
    ['counts tests', 0, 5, 0, [file('passed', 5)], { passed: 5, failed: 0 }],
    ['counts failed tests', 1, 4, 1, [file('failed', 5)], { passed: 4, failed: 1 }],
    [
      'counts a file that could not be loaded',
      1,
      5,
      0,
      [file('failed', 0)],
      { passed: 5, failed: 1 },
    ],
    ['never says 0 failed of a red run', 1, 5, 0, [file('passed', 5)], { passed: 5, failed: 1 }],
  ])('%s', (_case, code, numPassedTests, numFailedTests, testResults, expected) => {
    expect(countsOf({ numPassedTests, numFailedTests, testResults }, code)).toEqual(expected);
  });

  it('says 1 failed when there is no report at all', () => {
    expect(countsOf(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  });
});

it('a failure says what was tried, what the log said and what to do', () => {
  const failure = new Failure('没有启动成功。', {
    tried: ['pg_ctl start'],
    log: 'FATAL',
    remedy: '重试',
  });
  expect(explain(failure)).toMatch(/没有启动成功。.*pg_ctl start.*FATAL.*重试/s);
});

function fakeProgram(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  chmodSync(file, 0o755);
  return file;
}
