/** 每日情况 and what is on file, to the bureau's own people and to those who are asked whether it still holds. */
import { maskMobile } from '../../people/masked.ts';
import type { NewsKind } from '../../round/morning.ts';
import { monthDay, periodLabel } from '../../time/dates-in-words.ts';
import type { Grammar } from '../language/grammar.ts';

export const morning: Grammar['morning'] = {
  newsUnit: (kind, { unitName, late, on }, year) =>
    noted(unitName, [late ? '迟报' : '', on === null ? '' : DATED[kind](monthDay(on, year))]),
  missingUnit: ({ unitName, isReturned, until, promisedOn }, year) =>
    noted(unitName, [
      isReturned ? '已退回' : '',
      until === null ? '' : `期限${monthDay(until, year)}`,
      promisedOn === null ? '' : `承诺${monthDay(promisedOn, year)}报送`,
    ]),
  some: (names, most) =>
    names.length <= most
      ? names.join('、')
      : `${names.slice(0, most).join('、')}等，其余${names.length - most}个见总览`,
  toCome: (period) => ({ subject: `${periodLabel(period)}报送情况`, text: '按当日情况生成。' }),
};

const DATED: Readonly<Record<NewsKind, (day: string) => string>> = {
  reported: (day) => day,
  withdrawn: (day) => day,
  returned: (day) => `${day}前重报`,
  asked: (day) => `至${day}`,
  extended: (day) => `至${day}`,
  'extension-withdrawn': (day) => day,
  waived: (day) => day,
  confirmed: (day) => day,
  called: (day) => `承诺${day}报送`,
};

export const onFile: Grammar['onFile'] = (contact) => {
  if (contact === null) return '未登记';
  const { name, email, mobile, phone } = contact;
  return [
    name,
    `邮箱${email ?? '未登记'}`,
    `手机${mobile === null ? '未登记' : maskMobile(mobile)}`,
    `座机${phone ?? '未登记'}`,
  ].join('，');
};

const noted = (name: string, notes: readonly string[]): string => {
  const said = notes.filter((note) => note !== '');
  return said.length === 0 ? name : `${name}（${said.join('，')}）`;
};
