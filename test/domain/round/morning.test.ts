import { expect, test } from 'vitest';
import type { Obligation, ObligationState } from '../../../domain/obligation/obligation.ts';
import { isQuiet, type MorningRecord, morningOf } from '../../../domain/round/morning.ts';
import { day } from '../../../domain/time/time.ts';
import { obligation } from '../../support/rules/situation.ts';
import { at, china, dueOn, shanghai } from '../../support/time/dates.ts';

const of = (unit: string, state: ObligationState, fields: Partial<Obligation> = {}) =>
  obligation(state, { id: unit, unitName: unit, ...fields });

const empty: MorningRecord = {
  round: { due: dueOn('2018-07-15'), compileOn: day('2018-07-30') },
  obligations: [of('甲', 'open'), of('乙', 'submitted')],
  deeds: [],
  lastMessages: new Map(),
  waiting: [],
  today: [],
};
const rules = { calendar: china, zone: shanghai };
const morning = (record: Partial<MorningRecord>, now: string) =>
  morningOf({ ...empty, ...record }, rules, at(now));
const BEFORE = '2018-07-10 08:40';
const AFTER = '2018-07-18 08:40';

test.each<[string, Partial<MorningRecord>, string, boolean]>([
  ['nothing changed and nothing due, before the due day', {}, BEFORE, true],
  ['a unit is missing on the due day', {}, '2018-07-16 08:40', false],
  ['a unit is missing after it', {}, AFTER, false],
  ['all is in, after it', { obligations: [of('乙', 'submitted')] }, AFTER, true],
  [
    'somebody did something',
    { deeds: [{ obligation: '甲', kind: 'confirmed', late: false, on: null }] },
    BEFORE,
    false,
  ],
  [
    'units are written to today',
    { today: [{ kind: 'reminder', at: at('2018-07-10 09:00'), units: 1 }] },
    BEFORE,
    false,
  ],
  [
    'something waits for an officer',
    { waiting: [{ kind: 'extension', number: 1 }] },
    BEFORE,
    false,
  ],
])('%s: quiet %#', (_, record, now, quiet) => {
  expect(isQuiet(morning(record, now))).toBe(quiet);
});

test('overdue units come first, each group in the order of the plan', () => {
  const extended = of('延期', 'open', {
    due: dueOn('2018-07-25'),
    dueBeforeExtension: dueOn('2018-07-15'),
  });
  const { missing } = morning(
    { obligations: [extended, of('甲', 'open'), of('乙', 'submitted'), of('丙', 'open')] },
    AFTER,
  );
  expect(missing.map(({ unitName, isOverdue, until }) => [unitName, isOverdue, until])).toEqual([
    ['甲', true, null],
    ['丙', true, null],
    ['延期', false, '2018-07-25'],
  ]);
});

test('of two events of one kind the last one counts', () => {
  const call = (on: string | null) =>
    ({ obligation: '甲', kind: 'called', late: false, on: on === null ? null : day(on) }) as const;
  const { news } = morning({ deeds: [call(null), call('2018-07-19')] }, AFTER);
  expect(news).toEqual([
    { kind: 'called', units: [{ unitName: '甲', late: false, on: '2018-07-19' }] },
  ]);
});

test('a message that failed counts while the unit is missing, and not once it has reported', () => {
  const failed = { parts: [{ slot: 'liaison', state: 'rejected' }] } as const;
  const lastMessages = new Map([
    ['甲', failed],
    ['乙', failed],
  ]);
  expect(morning({ lastMessages }, AFTER).failed).toEqual(['甲']);
});
