/** What messages of round 2018H1 are made from, about 市农业局, 古镇镇 and the central bank's branch. */

import type { WorkItem } from '../../../domain/plan/plan.ts';
import type { About, Before, MessageFacts, Sender } from '../../../domain/texts/facts.ts';
import { day } from '../../../domain/time/time.ts';
import { at } from '../time/dates.ts';

export const sender: Sender = {
  bureau: '市金融局',
  signature: '中山市金融局',
  phone: '0760-88000000',
  person: '普惠金融科 李某',
  subject: '普惠金融工作',
  planTitle: '中山市推进普惠金融发展实施方案（2017-2020年）',
  basis: '第53项',
  authority: '市政府',
  office: '市政府办公室',
};

export const items = (...nos: number[]): WorkItem[] =>
  nos.map((no) => ({
    no,
    categoryNo: 1,
    category: '分类',
    content: `第${no}项内容。`,
    leads: [],
    supports: [],
    schedule: '2017-2020年',
  }));

const round: Omit<
  About,
  'obligation' | 'unitName' | 'addressee' | 'wording' | 'isTown' | 'items' | 'optionalItems'
> = {
  period: '2018H1',
  nominalDue: day('2018-07-15'),
  effectiveDue: day('2018-07-16'),
  dueAt: at('2018-07-17 00:00'),
  lastWorkdayBefore: day('2018-07-13'),
  makeGoodBy: null,
  cycle: 1,
  compileOn: day('2018-07-30'),
  before: [],
  confirmedAt: null,
  promisedOn: null,
  submission: null,
  returned: null,
  extended: null,
  refusedRequest: null,
};

export const agriculture: About = {
  ...round,
  obligation: 'zhongshan-2017-2020/2018H1/nongye',
  unitName: '市农业局',
  addressee: '市农业局',
  wording: 'order',
  isTown: false,
  items: items(9, 15, 16, 19, 54),
  optionalItems: [],
};

export const guzhen: About = {
  ...round,
  obligation: 'zhongshan-2017-2020/2018H1/guzhen',
  unitName: '古镇镇',
  addressee: '古镇镇人民政府',
  wording: 'order',
  isTown: true,
  items: items(52, 53),
  optionalItems: [15, 17, 18, 23, 28, 30, 32, 40, 44, 45, 46, 49, 50],
};

export const centralBank: About = {
  ...round,
  obligation: 'zhongshan-2017-2020/2018H1/renhang',
  unitName: '人民银行中山市中心支行',
  addressee: '人民银行中山市中心支行',
  wording: 'request',
  isTown: false,
  items: items(12, 13, 14, 20, 29, 30, 31, 32, 34, 36, 38, 55),
  optionalItems: [],
};

/** A message that reached the unit. */
export const told = (kind: Before['kind'], when: string, other: Partial<Before> = {}): Before => ({
  kind,
  at: at(when),
  channel: 'email',
  slot: 'liaison',
  delivered: true,
  ...other,
});

/** Everything a unit had been told by 19 July, including one call. */
export const wholeLadder: Before[] = [
  told('notice', '2018-06-22 09:00'),
  told('notice', '2018-06-22 09:00', { slot: 'deputy' }),
  told('reminder', '2018-07-06 09:00'),
  told('reminder', '2018-07-06 09:00', { channel: 'sms' }),
  told('reminder', '2018-07-12 09:00'),
  told('due', '2018-07-13 09:00'),
  told('chase', '2018-07-17 10:30'),
  told('chase', '2018-07-17 10:30', { channel: 'sms' }),
  told('call', '2018-07-17 15:10', { channel: 'phone' }),
];

/** What had reached the unit before that moment, Shanghai time. */
export const until = (when: string): Before[] => wholeLadder.filter((each) => each.at < at(when));

export const message = (
  kind: MessageFacts['kind'],
  asOf: string,
  about: readonly About[],
  other: Partial<MessageFacts> = {},
): MessageFacts => ({
  kind,
  step: kind,
  sender,
  person: { name: '张某', slot: 'liaison' },
  about,
  asOf: at(asOf),
  demonstration: false,
  ...other,
});
