import { describe, expect, test } from 'vitest';
import type { Owed } from '../../../domain/plan/owed.ts';
import { owed } from '../../../domain/plan/owed.ts';
import type { Plan, Unit } from '../../../domain/plan/plan.ts';
import { parsePeriod } from '../../../domain/time/period.ts';
import { day } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import obligations from '../../fixtures/plan/obligations.json' with { type: 'json' };

const names = (list: readonly Owed[]) => list.map(({ unit }) => unit.name);
const departments = (list: readonly Owed[]) => list.filter(({ unit }) => unit.kind !== 'town');
const towns = (list: readonly Owed[]) => list.filter(({ unit }) => unit.kind === 'town');

describe.each(obligations.periods)('$period', (expected) => {
  const period = parsePeriod(expected.period);
  const leading = expected.lead_units_owing as Record<string, number[] | undefined>;

  test('with `live-items`: lead units with a live item, then every town', () => {
    const list = owed(shippedPlan, period, 'live-items');
    expect(names(list)).toEqual([
      ...obligations.lead_units.filter((name) => leading[name]),
      ...obligations.towns,
    ]);
    expect(list).toHaveLength(expected.reports_expected);
    expect(
      Object.fromEntries(departments(list).map(({ unit, items }) => [unit.name, items])),
    ).toEqual(leading);
    expect(departments(list).flatMap(({ items }) => items)).toHaveLength(expected.unit_item_rows);
  });

  test('with `all-leads`: every lead unit, some without an item', () => {
    const list = owed(shippedPlan, period, 'all-leads');
    expect(names(list)).toEqual([...obligations.lead_units, ...obligations.towns]);
    const without = departments(list).filter(({ items }) => items.length === 0);
    expect(names(without)).toEqual(expected.lead_units_not_owing);
  });

  test('a town reports on 52 and 53 and may on the other live items that name 各镇区', () => {
    const optional = [15, 17, 18, 23, 28, 30, 32, 40, 44, 45, 46, 49, 50].filter((no) =>
      expected.active_items.includes(no),
    );
    for (const town of towns(owed(shippedPlan, period))) {
      expect(town.items).toEqual([52, 53]);
      expect(town.optionalItems).toEqual(optional);
    }
  });

  test('departments have no optional items', () => {
    for (const { optionalItems } of departments(owed(shippedPlan, period))) {
      expect(optionalItems).toEqual([]);
    }
  });
});

const H1 = parsePeriod('2018H1');

test('the scope defaults to that of the plan', () => {
  const literal: Plan = { ...shippedPlan, scope: 'all-leads' };
  const period = parsePeriod('2017H2');
  expect(owed(shippedPlan, period)).toHaveLength(43);
  expect(owed(literal, period)).toHaveLength(44);
});

test('a unit owes up to its last day', () => {
  expect(names(owed(withTown({ until: day('2018-07-15') }), H1))).toContain('石岐区');
  expect(names(owed(withTown({ until: day('2018-07-14') }), H1))).not.toContain('石岐区');
});

test('a unit owes from its first day', () => {
  expect(names(owed(withTown({ from: day('2018-07-15') }), H1))).toContain('石岐区');
  expect(names(owed(withTown({ from: day('2018-07-16') }), H1))).not.toContain('石岐区');
});

test('two tax bureaus that became one before the due day owe one report about both items', () => {
  const [any] = shippedPlan.units;
  const tax: Unit = {
    ...(any as Unit),
    code: 'shuiwuju',
    name: '市税务局',
    aliases: [],
    from: day('2018-07-05'),
  };
  const merged = (unit: Unit): Unit =>
    ['guoshuiju', 'dishuiju'].includes(unit.code)
      ? { ...unit, until: day('2018-07-04'), successor: 'shuiwuju' }
      : unit;
  const plan = { ...shippedPlan, units: [...shippedPlan.units.map(merged), tax] };

  const list = owed(plan, H1);
  expect(departments(list)).toHaveLength(19);
  expect(list.find(({ unit }) => unit.code === 'shuiwuju')?.items).toEqual([47]);
  expect(departments(owed(plan, parsePeriod('2017H2')))).toHaveLength(19);
  expect(names(owed(plan, parsePeriod('2017H2')))).toContain('市国税局');
});

test('a town that leads an item by its own name reports on it too', () => {
  const items = shippedPlan.items.map((item) =>
    item.no === 40 ? { ...item, leads: ['市金融局', '古镇镇'] } : item,
  );
  const list = owed({ ...shippedPlan, items }, H1);
  expect(list.find(({ unit }) => unit.code === 'guzhen')).toMatchObject({
    items: [40, 52, 53],
    optionalItems: expect.not.arrayContaining([40]),
  });
  expect(list).toHaveLength(44);
});

test('本方案各牵头单位 in a lead cell means every department that leads by name', () => {
  const items = shippedPlan.items.map((item) =>
    item.no === 51 ? { ...item, leads: ['本方案各牵头单位'] } : item,
  );
  const list = departments(owed({ ...shippedPlan, items }, H1));
  expect(list).toHaveLength(20);
  for (const { items: led } of list) expect(led).toContain(51);
});

function withTown(change: Partial<Unit>): Plan {
  const units = shippedPlan.units.map((unit) =>
    unit.code === 'shiqi' ? { ...unit, ...change } : unit,
  );
  return { ...shippedPlan, units };
}
