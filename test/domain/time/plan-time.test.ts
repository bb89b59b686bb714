import { expect, test } from 'vitest';
import { toHost, toPlan } from '../../../domain/time/plan-time.ts';
import { at } from '../../support/time/dates.ts';

test('converts host time to plan time and back', () => {
  const host = Date.parse('2026-11-25T02:30:00Z');
  const offset = at('2018-07-17 10:30') - host;
  expect(toPlan(host, offset)).toBe(at('2018-07-17 10:30'));
  expect(toHost(at('2018-07-17 10:30'), offset)).toBe(host);
});

test('with offset 0 both are the same', () => {
  expect(toPlan(1_531_794_600_000, 0)).toBe(1_531_794_600_000);
  expect(toHost(at('2018-07-17 10:30'), 0)).toBe(at('2018-07-17 10:30'));
});
