import type { Leave } from '../../../domain/people/leave.ts';
import { maskMobile } from '../../../domain/people/masked.ts';
import type { NumberedContact } from '../../../domain/plan-change/situation.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { shortDay } from '../shared/shown.ts';

/** 7月9日（星期一）至7月16日（星期一）休假，由李四（138****0001）代 */
export function leaveSpan({ words, language }: Frame, { from, until, substitute }: Leave): string {
  const span = words.leaveSpan(shortDay(language, from), shortDay(language, until));
  return `${span}${words.comma}${words.standInIs(substitute ? withAddress(substitute) : words.theDeputy)}`;
}

/** 休假至7月16日（星期一），由李四代 */
export const awayUntil = ({ words, language }: Frame, { until, substitute }: Leave): string =>
  words.awayUntil(shortDay(language, until), substitute?.name ?? words.theDeputy);

const withAddress = ({ name, email, mobile }: NonNullable<Leave['substitute']>): string =>
  `${name}（${[email, mobile && maskMobile(mobile)].filter(Boolean).join(' ')}）`;

export const leaveHref = (
  { language }: Frame,
  { unit, role, ordinal }: Pick<NumberedContact, 'unit' | 'role' | 'ordinal'>,
): string => linkTo(`/contacts/${unit}/${role}/${ordinal}/leave`, language);
