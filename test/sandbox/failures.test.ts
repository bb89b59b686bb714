import path from 'node:path';
import { expect, test } from 'vitest';
import { createFailures } from '../../sandbox/failures.tsx';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SMS = ['sms-refuse'] as const;

test('an ordered failure survives a restart until it is used up', () => {
  const file = path.join(temporaryFolder(), 'failures.json');
  createFailures(file).order({ match: '10900000001', mode: 'sms-refuse', times: 1 });
  expect(createFailures(file).spend('10900000002', SMS)).toBeUndefined();
  expect(createFailures(file).spend('10900000001', SMS)).toBe('sms-refuse');
  expect(createFailures(file).spend('10900000001', SMS)).toBeUndefined();
});

test('a failure without a number of times is valid until it is cleared', () => {
  const file = path.join(temporaryFolder(), 'failures.json');
  createFailures(file).order({ match: '', mode: 'sms-refuse' });
  for (let i = 0; i < 3; i += 1) expect(createFailures(file).spend('1', SMS)).toBe('sms-refuse');
  createFailures(file).clear();
  expect(createFailures(file).spend('1', SMS)).toBeUndefined();
});
