/** The words that carry a sign-in code. They name neither plan nor link, and say what the code is not for. */
import { number, text, type Values } from './spec.ts';

export type CodeFacts = {
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

export const codeVariables = (facts: CodeFacts): Values<typeof CODE> => ({
  code: facts.code,
  minutes: facts.minutes,
  phone: facts.phone,
  name: facts.name,
  bureau: facts.bureau,
});
