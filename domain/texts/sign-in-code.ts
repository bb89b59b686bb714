/** The words that carry a sign-in code. They name neither plan nor link, and say what the code is not for. */
import type { MailText, SmsText } from '../facts.ts';

export type CodeFacts = {
  readonly name: string;
  readonly code: string;
  readonly minutes: number;
  readonly bureau: string;
  readonly signature: string;
  readonly phone: string;
  readonly demonstration: boolean;
};

export const codeMail = (facts: CodeFacts): MailText => ({
  subject: `${mark(facts)}登录验证码 ${facts.code}`,
  text: [
    `${facts.name}：`,
    `您的登录验证码是 ${facts.code}，${facts.minutes}分钟内有效，只能用一次。请在要求验证码的页面上输入。`,
    '任何人（包括本局工作人员）都不会向您索要验证码。如果不是您本人在登录，请忽略本邮件。',
    `${facts.bureau}　${facts.phone}`,
  ].join('\n\n'),
});

export const codeSms = (facts: CodeFacts): SmsText => ({
  text: `【${facts.signature}】${mark(facts)}登录验证码${facts.code}，${facts.minutes}分钟内有效，请勿告诉他人。`,
});

const mark = ({ demonstration }: CodeFacts): string => (demonstration ? '【演示】' : '');
