/** Faults of the texts that a plan's templates make, found on samples. */

import { smsParts } from '../delivery/sms-length.ts';
import type { Plan } from '../plan/plan.ts';
import { formOf, type TextName } from '../plan/text-names.ts';
import type { Zone } from '../time/time.ts';
import type { WorkCalendar } from '../time/workdays.ts';
import { type Fault, layOut } from './engine/layout.ts';
import { grammarOf } from './language/grammar-of.ts';
import type { Sample } from './messages/situations.ts';
import { samplesOf } from './samples.ts';

type Rules = { readonly plan: Plan; readonly calendar: WorkCalendar; readonly zone: Zone };

/** Each fault once, with the first sample that shows it. The templates must have passed checkTemplate. */
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

/** Messages to the bureau need no telephone number of the bureau. */
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

/** Something that an SMS or a text for the work group must not have (docs/rules.md, rule 17). */
type Forbidden = {
  readonly find: (words: string, plan: Plan) => string | undefined;
  readonly message: (found: string) => string;
  readonly remedy: string;
};

/** With an empty value, for the caller to fill in. */
const faultsBy = (rules: readonly Forbidden[], words: string, plan: Plan): Fault[] =>
  rules.flatMap(({ find, message, remedy }) => {
    const found = find(words, plan);
    return found === undefined ? [] : [{ line: null, value: '', message: message(found), remedy }];
  });

const planIn = (words: string, { title, subject }: Plan): string | undefined =>
  [title, subject].find((each) => words.includes(each));

const linkIn = (words: string): string | undefined =>
  /https?:|www\.|(?:[a-z0-9-]+\.)+(?:com|cn|gov|net|org)\b/i.exec(words)?.[0];

const mobileIn = (words: string): string | undefined => /(?<!\d)1\d{10}(?!\d)/.exec(words)?.[0];

const personIn = (words: string, plan: Plan): string | undefined =>
  peopleOf(plan).find((each) => words.includes(each));

/** The bureau itself may be named. */
const unitIn = (words: string, { units, bureau }: Plan): string | undefined =>
  units
    .filter(({ code }) => code !== bureau.unit)
    .flatMap(({ name, addressee, aliases }) => [name, addressee, ...aliases])
    .find((each) => each.length > 1 && words.includes(each));

const known = new WeakMap<Plan['contacts'], string[]>();

function peopleOf({ contacts, bureau }: Plan): string[] {
  const names = known.get(contacts) ?? [
    ...new Set(
      [...contacts.map(({ name }) => name), nameAlone(bureau.person)].filter(
        (name) => name.length > 1,
      ),
    ),
  ];
  known.set(contacts, names);
  return names;
}

/** 李某 of 普惠金融科 李某: the section may be named. */
const nameAlone = (person: string): string => person.trim().split(/\s+/).at(-1) ?? '';

/** Faults of an SMS (docs/rules.md, rules 8 and 17). @param text with its signature */
function smsFaults(name: TextName, text: string, plan: Plan): Fault[] {
  const words = text.slice(grammarOf(plan).frame.signed(plan.bureau.signature).length);
  const forbidden = faultsBy(FORBIDDEN_IN_SMS, words, plan);
  return smsParts(text) === 1 ? forbidden : [tooLong(name, text, plan), ...forbidden];
}

function tooLong(name: TextName, text: string, { texts, language }: Plan): Fault {
  const shorten = '请把最后一种写法改短，或在它下面用 --- 隔开再写一种更短的。';
  const signature = '英文短信里只要有一个汉字就按每条70字计，请用英文的短信签名。';
  return {
    line: layOut(texts[name], 'sms').bodies.at(-1)?.line ?? 1,
    value: text,
    message: `最短的写法也要${smsParts(text)}条短信（${text.length}个字），只能用1条。`,
    remedy: language === 'en' && /[\u3000-\uffff]/.test(text) ? signature + shorten : shorten,
  };
}

const FORBIDDEN_IN_SMS: readonly Forbidden[] = [
  {
    find: planIn,
    message: (found) => `短信里写了“${found}”，会被运营商拦截。`,
    remedy: '短信不提方案和工作名称，请改用 {{ your_report }}。',
  },
  {
    find: linkIn,
    message: (found) => `短信里有网址“${found}”。`,
    remedy: '短信不带链接，请改写为“方式见邮件”。',
  },
  {
    find: mobileIn,
    message: () => '短信里有手机号。',
    remedy: '短信只留咨询电话，请改用 {{ phone }}。',
  },
  {
    find: personIn,
    message: (found) => `短信里有人名“${found}”。`,
    remedy: '短信不提个人，请删去。',
  },
];

/** Faults of a text for the work group, where nobody is shamed (docs/rules.md, rule 17). @param text with its signature */
const groupTextFaults = (text: string, plan: Plan): Fault[] =>
  faultsBy(
    FORBIDDEN_IN_GROUP,
    text.slice(grammarOf(plan).frame.signed(plan.bureau.signature).length),
    plan,
  );

const FORBIDDEN_IN_GROUP: readonly Forbidden[] = [
  {
    find: unitIn,
    message: (found) => `工作群的话里点了单位“${found}”。`,
    remedy: '工作群里不点名，只说日期和数字，请删去。',
  },
  {
    find: personIn,
    message: (found) => `工作群的话里有人名“${found}”。`,
    remedy: '工作群里不提个人，请删去；有疑问的请大家打 {{ phone }}。',
  },
  {
    find: planIn,
    message: (found) => `工作群的话里写了“${found}”。`,
    remedy: '工作群里不提方案和工作名称，请改用“{{ period }}工作情况”。',
  },
  {
    find: linkIn,
    message: (found) => `工作群的话里有网址“${found}”。`,
    remedy: '工作群的话不带链接，请改写为“方式见邮件通知”。',
  },
  {
    find: mobileIn,
    message: () => '工作群的话里有手机号。',
    remedy: '只留咨询电话，请改用 {{ phone }}。',
  },
];
