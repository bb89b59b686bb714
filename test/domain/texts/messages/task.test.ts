import { expect, it } from 'vitest';
import type { TaskReason } from '../../../../domain/texts/facts.ts';
import { contactsTaskText, extensionTaskText } from '../../../../domain/texts/messages/tasks.ts';
import { day } from '../../../../domain/time/time.ts';
import { agriculture } from '../../../support/rules/facts.ts';
import { shippedWording, taskText } from '../../../support/rules/shipped-texts.ts';
import { at } from '../../../support/time/dates.ts';

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
  ['release-message', '审发给市农业局的信息：2018年上半年落实情况，截止日7月15日。'],
])('%s', (reason, text) => {
  expect(task(reason)).toBe(text);
});

it('says what a unit asks for, and whom it has named, in the plan’s language', () => {
  const wish = { unitName: '古镇镇', until: day('2018-07-25'), reason: '台风应急\n数据待核' };
  const naming = { unitName: '古镇镇', liaison: '新人' };
  const [zh, en] = [shippedWording('zh'), shippedWording('en')];
  expect(extensionTaskText(zh, wish)).toBe('古镇镇申请延期至7月25日（星期三）：台风应急 数据待核');
  expect(contactsTaskText(zh, naming)).toBe(
    '核对古镇镇提出的联络员新人：采用后生效，在此之前仍发给原来的联络员。',
  );
  expect(extensionTaskText(en, wish)).toBe(
    '古镇镇 asks for a later date, 25 July (Wednesday): 台风应急 数据待核',
  );
  expect(contactsTaskText(en, naming)).toBe(
    'Check the liaison whom 古镇镇 has named, 新人: until you accept, messages go to the liaison before.',
  );
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
