/** The words that carry a sign-in code. They name neither plan nor link, and say what the code is not for. */

import type { MailText, SmsText } from '../../delivery/message-text.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Wording } from '../../plan/text-names.ts';
import { mailOf, smsOf } from '../engine/frame.ts';
import { grammarOf } from '../language/grammar-of.ts';
import type { Sample } from './situations.ts';
import { number, text, type Values } from './spec.ts';

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

export const CODE_SMS = {
  code: text('六位验证码', 'the six digits'),
  minutes: number('有效的分钟数', 'for how many minutes it is valid'),
  phone: text('咨询电话', 'telephone for questions'),
} as const;

export const CODE = {
  ...CODE_SMS,
  name: text('收件人姓名', 'name of the reader'),
  bureau: text('汇总单位名称', 'name of the bureau'),
} as const;

const codeVariables = (facts: CodeFacts): Values<typeof CODE> => ({
  code: facts.code,
  minutes: facts.minutes,
  phone: facts.phone,
  name: facts.name,
  bureau: facts.bureau,
});

/** A code is real in a demonstration too, so only its subject says that it is one. */
export function codeMail(wording: Wording, facts: CodeFacts): MailText {
  const { subject, text } = mailOf(wording, 'code.mail', codeVariables(facts));
  const mark = facts.demonstration ? grammarOf(wording).frame.mark : '';
  return { subject: `${mark}${subject}`, text };
}

export const codeSms = (wording: Wording, facts: CodeFacts): SmsText =>
  smsOf(wording, 'code.sms', codeVariables(facts), facts.signature, facts.demonstration);

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
