/** The messages with a sign-in code. They name neither plan nor link, and say what the code is not for. */

import type { MailText, SmsText } from '../../delivery/message-text.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Wording } from '../../plan/text-names.ts';
import { mailOf, smsOf } from '../engine/frame.ts';
import { grammarOf } from '../language/grammar-of.ts';
import type { Sample } from './situations.ts';
import { number, text, type Variables, valuesOf } from './variables.ts';

/** How long a sign-in code is valid. */
export const CODE_MINUTES = 10;

type CodeFacts = {
  readonly name: string;
  readonly code: string;
  readonly minutes: number;
  readonly bureau: string;
  readonly signature: string;
  readonly phone: string;
  readonly demonstration: boolean;
};

export const CODE_SMS: Variables<CodeFacts> = {
  code: text('六位验证码', 'the six digits', ({ code }) => code),
  minutes: number('有效的分钟数', 'for how many minutes it is valid', ({ minutes }) => minutes),
  phone: text('咨询电话', 'telephone for questions', ({ phone }) => phone),
};

export const CODE: Variables<CodeFacts> = {
  ...CODE_SMS,
  name: text('收件人姓名', 'name of the reader', ({ name }) => name),
  bureau: text('汇总单位名称', 'name of the bureau', ({ bureau }) => bureau),
};

/** In a demonstration only the subject is marked: the code itself works. */
export function codeMail(wording: Wording, facts: CodeFacts): MailText {
  const { subject, text } = mailOf(wording, 'code.mail', valuesOf(CODE, facts));
  const mark = facts.demonstration ? grammarOf(wording).frame.mark : '';
  return { subject: `${mark}${subject}`, text };
}

export const codeSms = (wording: Wording, facts: CodeFacts): SmsText =>
  smsOf(wording, 'code.sms', valuesOf(CODE_SMS, facts), facts.signature, facts.demonstration);

export function* codeSamples(plan: Plan): Generator<Sample> {
  const { name: bureau, signature, phone } = plan.bureau;
  const facts = {
    name: '张某',
    code: '123456',
    minutes: CODE_MINUTES,
    bureau,
    signature,
    phone,
    demonstration: false,
  };
  yield { name: 'code.mail', of: '登录', words: () => codeMail(plan, facts) };
  yield { name: 'code.sms', of: '登录', words: () => codeSms(plan, facts) };
}
