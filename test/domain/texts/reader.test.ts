import { expect, test } from 'vitest';
import type { Reached } from '../../../domain/people/leave.ts';
import { mayShare, readerOf } from '../../../domain/texts/reader.ts';
import { agriculture, guzhen } from '../../support/rules/facts.ts';

const zhang: Reached = {
  unit: 'guzhen',
  role: 'liaison',
  name: '张某',
  email: 'zhang@zhongshan.example',
  mobile: null,
  phone: null,
  ownName: '张某',
  standsInFor: null,
};
const standingIn: Reached = { ...zhang, name: '张某（代李某）', standsInFor: '李某' };

test('a liaison of one unit who is deputy of another gets the message as a liaison, and each unit keeps its role', () => {
  const all = [
    { about: guzhen, slot: 'liaison', reached: zhang },
    { about: agriculture, slot: 'deputy', reached: zhang },
  ] as const;
  const reader = readerOf(all);
  expect(reader.person).toEqual({ name: '张某', slot: 'liaison', standsInFor: null });
  expect(Object.fromEntries(reader.about.map((a) => [a.obligation, a.slot]))).toEqual({
    [guzhen.obligation]: undefined,
    [agriculture.obligation]: 'deputy',
  });
  expect(readerOf(all.toReversed())).toEqual(reader);
});

test('a deputy of all units is a deputy; the name of a stand-in says for whom', () => {
  const { person } = readerOf([
    { about: guzhen, slot: 'deputy', reached: standingIn },
    { about: agriculture, slot: 'deputy', reached: zhang },
  ]);
  expect(person).toEqual({ name: '张某（代李某）', slot: 'deputy', standsInFor: '李某' });
});

test.each([
  ['liaison', 'deputy', true],
  ['deputy', 'liaison', true],
  ['leader', 'leader', true],
  ['liaison', 'leader', false],
  ['officer', 'deputy', false],
] as const)('what is for a %s and for a %s may be one message: %s', (one, other, expected) => {
  expect(mayShare(one, other)).toBe(expected);
});
