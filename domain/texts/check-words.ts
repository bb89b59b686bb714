/** What is wrong with the words that a plan's templates make: for somebody, in some situation. */

import type { Plan } from '../plan/plan.ts';
import { formOf, type TextName } from '../plan/text-names.ts';
import type { Zone } from '../time/time.ts';
import type { WorkCalendar } from '../time/workdays.ts';
import type { Fault } from './fault.ts';
import { grammarOf } from './language/grammar-of.ts';
import { groupTextFaults } from './samples/check-group-text.ts';
import { smsFaults } from './samples/check-sms.ts';
import type { Sample } from './samples/sample.ts';
import { samplesOf } from './samples.ts';

type Rules = { readonly plan: Plan; readonly calendar: WorkCalendar; readonly zone: Zone };

/** Each fault once, with the first for whom it shows; the templates have to be without a fault in themselves. */
export function checkSamples(rules: Rules): { readonly name: TextName; readonly fault: Fault }[] {
  const found = new Map<string, { name: TextName; fault: Fault }>();
  for (const sample of samplesOf(rules)) {
    for (const fault of faultsOf(sample, rules.plan)) {
      const key = `${sample.name} ${fault.remedy}`;
      if (!found.has(key)) found.set(key, { name: sample.name, fault });
    }
  }
  return [...found.values()];
}

function faultsOf(sample: Sample, plan: Plan): Fault[] {
  const words = sample.words();
  const shown = Object.values(words).flat().join('\n');
  const form = formOf(sample.name);
  const of = (each: Fault) => ({ ...each, value: each.value || sample.of });
  return [
    ...emptyParts(sample, words, plan),
    ...(form === 'sms' ? smsFaults(sample.name, shown, plan) : []).map(of),
    ...(form === 'robot' ? groupTextFaults(shown, plan) : []).map(of),
    ...(['mail', 'letter', 'slip'].includes(form) &&
    isForUnits(sample.name) &&
    !shown.includes(plan.bureau.phone)
      ? [fault(sample, '没有咨询电话。', '请写上 {{ phone }}，收件人有困难时找得到人。')]
      : []),
    ...(sample.name === 'notice.mail' && !SECRETS.test(shown)
      ? [fault(sample, '没有提醒不得填写国家秘密、工作秘密和个人信息。', '请保留这句话。')]
      : []),
  ];
}

/** The bureau knows its own telephone number. */
const isForUnits = (name: TextName): boolean =>
  !['morning.mail', 'call-list.mail', 'compiled.mail'].includes(name);
const SECRETS = /国家秘密.*个人信息|state secrets.*personal data/s;

function emptyParts({ name, of }: Sample, words: ReturnType<Sample['words']>, plan: Plan): Fault[] {
  const { signed } = grammarOf(plan).frame;
  const nothing = ['sms', 'robot'].includes(formOf(name)) ? signed(plan.bureau.signature) : '';
  return Object.entries(words).flatMap(([part, value]) => {
    const written = Array.isArray(value) ? value.join('') : String(value);
    return written.trim() === nothing.trim()
      ? [
          fault(
            { name, of },
            `${PARTS[part] ?? '正文'}是空的。`,
            '请检查条件，任何情况下都要有内容。',
          ),
        ]
      : [];
  });
}

const PARTS: Readonly<Record<string, string>> = {
  subject: '主题',
  title: '标题',
  addressee: '主送',
  signature: '落款',
  date: '日期',
};

const fault = ({ of }: Pick<Sample, 'of' | 'name'>, message: string, remedy: string): Fault => ({
  line: null,
  value: of,
  message,
  remedy,
});
