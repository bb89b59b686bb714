import { expect, it } from 'vitest';
import type { TaskReason } from '../../../domain/facts.ts';
import { day } from '../../../domain/time.ts';
import { agriculture, at } from '../../support/facts.ts';
import { taskText } from '../../support/texts.ts';

const task = (reason: TaskReason, about = agriculture) =>
  taskText({
    reason,
    about,
    contact: { name: '张某', phone: '0760-88000001' },
    asOf: at('2018-07-19 09:00'),
    demonstration: false,
  });

const due = '2018年上半年落实情况应于7月15日（按规定顺延至7月16日）前报送，尚未收到';

it.each<[TaskReason, string]>([
  ['call', `致电市农业局（张某，0760-88000001）：${due}。`],
  [
    'in-person',
    `当面或致电商请市农业局（张某，0760-88000001）报送：${due}；对该单位不再发催办函。`,
  ],
  [
    'unreachable',
    '核实市农业局的联系方式（张某，0760-88000001）：联络员和副联络员均未能送达，2018年上半年落实情况尚未收到。',
  ],
  ['release-letter', `审发致市农业局的催办函：${due}。`],
  ['release-slip', `审定致市农业局的督办单代拟稿：${due}。`],
])('%s', (reason, text) => {
  expect(task(reason)).toBe(text);
});

it('names a promise that was not kept', () => {
  expect(task('promise-passed', { ...agriculture, promisedOn: day('2018-07-18') })).toBe(
    '致电市农业局（张某，0760-88000001）：承诺7月18日报送，日期已过，2018年上半年落实情况尚未收到。',
  );
});

it('names the new date of a returned report', () => {
  const about = { ...agriculture, nominalDue: day('2018-07-18'), effectiveDue: day('2018-07-18') };
  expect(task('after-return', about)).toContain('补充材料应于7月18日前报来。');
});

it('says that nobody is registered, and that it is a demonstration', () => {
  const text = taskText({
    reason: 'call',
    about: agriculture,
    contact: null,
    asOf: at('2018-07-19 09:00'),
    demonstration: true,
  });
  expect(text).toContain('【演示】致电市农业局（联系人未登记）');
});
