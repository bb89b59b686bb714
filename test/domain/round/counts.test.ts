import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOutstanding } from '../../../domain/obligation/obligation.ts';
import { countsOf } from '../../../domain/round/counts.ts';
import { instant } from '../../../domain/time/time.ts';
import { extendedTo, obligation } from '../../support/rules/situation.ts';
import { at } from '../../support/time/dates.ts';

const anyObligation = fc
  .record({
    state: fc.constantFrom('open', 'submitted', 'returned', 'accepted', 'waived'),
    extended: fc.boolean(),
    own: fc.boolean(),
    late: fc.boolean(),
    confirmed: fc.boolean(),
  } as const)
  .map(({ state, extended, own, late, confirmed }) => {
    const base = obligation(state, { own, confirmedAt: confirmed ? at('2018-06-25 09:00') : null });
    const first =
      base.firstReceivedAt === null || !late ? {} : { firstReceivedAt: at('2018-07-18 09:00') };
    return { ...base, ...first, ...(extended ? extendedTo('2018-07-25') : {}) };
  });
const anyMoment = fc
  .integer({ min: at('2018-07-01 00:00'), max: at('2018-08-31 00:00') })
  .map(instant);

it('应报 = 已报 + 免报 + 未报 in any combination of states', () => {
  fc.assert(
    fc.property(fc.array(anyObligation, { maxLength: 60 }), anyMoment, (all, asOf) => {
      const { owed, reported, waived, missing } = countsOf(all, asOf);
      expect(owed).toBe(all.length);
      expect(reported + waived + missing).toBe(owed);
      expect(missing).toBe(all.filter((o) => isOutstanding(o.state)).length);
    }),
  );
});

it('each other number is a part of one of these', () => {
  fc.assert(
    fc.property(fc.array(anyObligation, { maxLength: 60 }), anyMoment, (all, asOf) => {
      const counts = countsOf(all, asOf);
      expect(counts.late).toBeLessThanOrEqual(counts.reported);
      expect(counts.accepted).toBeLessThanOrEqual(counts.reported);
      for (const part of ['returned', 'overdue', 'unconfirmed'] as const) {
        expect(counts[part]).toBeLessThanOrEqual(counts.missing);
      }
    }),
  );
});

it('counts a small round by hand', () => {
  const all = [
    obligation('open'),
    obligation('open', { own: true }),
    obligation('open', extendedTo('2018-07-25')),
    obligation('returned'),
    obligation('submitted', { firstReceivedAt: at('2018-07-17 00:00') }),
    obligation('accepted'),
    obligation('waived'),
  ];
  expect(countsOf(all, at('2018-07-18 09:00'))).toEqual({
    owed: 7,
    reported: 2,
    waived: 1,
    missing: 4,
    late: 1,
    returned: 1,
    accepted: 1,
    extended: 1,
    // Not the returned one (20 July) nor the extended one (25 July).
    overdue: 2,
    unconfirmed: 3,
  });
});
