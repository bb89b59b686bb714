import { expect, test } from 'vitest';
import { answeringOn, expand, findUnit, namesOf, townsOn } from '../../../domain/plan/roster.ts';
import { day } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import obligations from '../../fixtures/plan/obligations.json' with { type: 'json' };
import towns from '../../fixtures/plan/towns.json' with { type: 'json' };

const TODAY = day('2018-07-15');

test.each([
  ['guzhen', '古镇镇'],
  ['GuZhen', '古镇镇'],
  ['古镇', '古镇镇'],
  ['古镇镇', '古镇镇'],
  ['小榄', '小榄镇'],
  [' 小榄镇 ', '小榄镇'],
  ['中山港街道', '火炬开发区'],
  ['中山市农业局', '市农业局'],
  ['农业局', '市农业局'],
  ['中山市金融工作局', '市金融局'],
  ['中国银行业监督管理委员会中山监管分局', '中山银监分局'],
  ['中国人民银行中山市中心支行', '人民银行中山市中心支行'],
])('“%s” means %s', (text, name) => {
  expect(findUnit(shippedPlan, text).name).toBe(name);
});

test.each([
  ['市农叶局', '市农业局'],
  ['小揽镇', '小榄镇'],
  ['guzheng', 'guzhen'],
  ['经济和信息', '市经济和信息化局'],
])('“%s” is not found, and the answer suggests %s', (text, near) => {
  expect(() => findUnit(shippedPlan, text)).toThrow(near);
});

test('an unknown name without a similar one is refused without a guess', () => {
  expect(() => findUnit(shippedPlan, '外星人联络处')).toThrow(
    /^名册里没有单位“外星人联络处”。请用/,
  );
});

test('every alias of the shipped roster means one unit', () => {
  for (const unit of shippedPlan.units) {
    for (const name of [unit.code, ...namesOf(unit)]) {
      expect(findUnit(shippedPlan, name)).toBe(unit);
    }
  }
});

test('the shipped roster has 20 lead departments, 8 that only support, 24 towns and one switched off', () => {
  expect(shippedPlan.units).toHaveLength(20 + 8 + 24 + 1);
  expect(shippedPlan.units.slice(0, 20).map(({ name }) => name)).toEqual(obligations.lead_units);
  expect(townsOn(shippedPlan, TODAY).map(({ name }) => name)).toEqual(
    towns.towns.map(({ name }) => name),
  );
});

test.each(towns.towns)('$name has the addressee and the aliases of the list', (town) => {
  const unit = findUnit(shippedPlan, town.name);
  if (town.addressee) expect(unit.addressee).toBe(town.addressee);
  expect(unit.aliases).toEqual(expect.arrayContaining(town.aliases ?? []));
});

test.each([
  ['central', ['人民银行中山市中心支行', '中山银监分局', '市国税局', '市地税局']],
  ['party', ['市编委办', '市委农办']],
  ['people-organisation', ['市残联', '市妇联']],
  ['court', ['市中级人民法院']],
  ['association', ['市保险行业协会', '市证券业协会']],
])('the units of class %s are these and no others', (unitClass, expected) => {
  const found = shippedPlan.units.filter((unit) => unit.class === unitClass);
  expect(found.map(({ name }) => name).sort()).toEqual([...expected].sort());
});

test('collective names expand, and no unit comes twice', () => {
  const units = expand(shippedPlan, ['各镇区', '古镇镇', '相关金融机构', '市残联'], TODAY);
  expect(units).toHaveLength(25);
  expect(expand(shippedPlan, ['本方案各牵头单位'], TODAY)).toHaveLength(20);
});

test('an unknown name in a cell is refused', () => {
  expect(() => expand(shippedPlan, ['市农叶局'], TODAY)).toThrow('市农业局');
});

test('the successor answers from the day after the last day of its predecessor, along a chain', () => {
  const unit = (
    code: string,
    from: string | null,
    until: string | null,
    successor: string | null,
  ) => ({
    ...findUnit(shippedPlan, 'nongyeju'),
    code,
    from: from === null ? null : day(from),
    until: until === null ? null : day(until),
    successor,
  });
  const first = unit('a', null, '2018-12-31', 'b');
  const second = unit('b', '2019-01-01', '2019-06-30', 'c');
  const third = unit('c', '2019-07-01', null, null);
  const roster = { units: [first, second, third] };
  expect(answeringOn(roster, first, day('2018-12-31'))).toBe(first);
  expect(answeringOn(roster, first, day('2019-01-01'))).toBe(second);
  expect(answeringOn(roster, first, day('2019-07-01'))).toBe(third);
  expect(answeringOn(roster, second, day('2018-12-31'))).toBeUndefined();
});

test('a circle of successors ends without a unit', () => {
  const base = { ...findUnit(shippedPlan, 'nongyeju'), until: day('2017-01-01') };
  const roster = {
    units: [
      { ...base, code: 'a', successor: 'b' },
      { ...base, code: 'b', successor: 'a' },
    ],
  };
  const [first] = roster.units;
  expect(first && answeringOn(roster, first, TODAY)).toBeUndefined();
});
