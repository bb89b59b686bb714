/** The morning digest and what is on file, in English. */
import { maskMobile } from '../../people/masked.ts';
import type { NewsKind } from '../../round/morning.ts';
import type { Grammar } from '../language/grammar.ts';
import { listed, monthDay, periodLabel } from './dates.ts';

export const morning: Grammar['morning'] = {
  newsUnit: (kind, { unitName, late, on }, year) =>
    noted(unitName, [late ? 'late' : '', on === null ? '' : DATED[kind](monthDay(on, year))]),
  missingUnit: ({ unitName, isReturned, until, promisedOn }, year) =>
    noted(unitName, [
      isReturned ? 'returned' : '',
      until === null ? '' : `due on ${monthDay(until, year)}`,
      promisedOn === null ? '' : `promised for ${monthDay(promisedOn, year)}`,
    ]),
  some: (names, most) =>
    names.length <= most
      ? listed(names)
      : `${names.slice(0, most).join(', ')} and ${names.length - most} more, see the board`,
  toCome: (period) => ({
    subject: `Reports for ${periodLabel(period)}`,
    text: 'Written in the morning, by what is known then.',
  }),
};

const DATED: Readonly<Record<NewsKind, (day: string) => string>> = {
  reported: (day) => day,
  withdrawn: (day) => day,
  returned: (day) => `again by ${day}`,
  asked: (day) => `to ${day}`,
  extended: (day) => `to ${day}`,
  'extension-withdrawn': (day) => day,
  waived: (day) => day,
  confirmed: (day) => day,
  called: (day) => `promised for ${day}`,
};

export const onFile: Grammar['onFile'] = (contact) => {
  if (contact === null) return 'not on file';
  const { name, email, mobile, phone } = contact;
  return [
    name,
    `mail ${email ?? 'not on file'}`,
    `mobile ${mobile === null ? 'not on file' : maskMobile(mobile)}`,
    `telephone ${phone ?? 'not on file'}`,
  ].join(', ');
};

const noted = (name: string, notes: readonly string[]): string => {
  const said = notes.filter((note) => note !== '');
  return said.length === 0 ? name : `${name} (${said.join(', ')})`;
};
