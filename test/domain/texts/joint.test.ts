import { expect, test } from 'vitest';
import { jointMail } from '../../../domain/texts/joint.ts';
import { shippedTexts } from '../../../gateways/plan-folder/texts.ts';

const zh = { language: 'zh', texts: shippedTexts('zh') } as const;
const en = { language: 'en', texts: shippedTexts('en') } as const;
const farming = { work: '支农支小工作', subject: '请报送甲', text: '一甲\n\n市金融局\n' };
const finance = { work: '普惠金融工作', subject: '请报送乙', text: '一乙\n\n市金融局\n' };

test('says first how many matters it has, then has each plan’s own text', () => {
  expect(
    jointMail([
      { ...farming, wording: zh },
      { ...finance, wording: zh },
    ]),
  ).toEqual({
    subject: '请报送甲；请报送乙',
    text: `本邮件涉及2项工作：支农支小工作、普惠金融工作。分别说明如下，请逐项办理。

────────────────

一甲

市金融局

────────────────

一乙

市金融局
`,
  });
});

test('equal subjects are named once; the introduction is in the first plan’s language', () => {
  const same = { ...finance, subject: farming.subject };
  const { subject, text } = jointMail([
    { ...farming, wording: en },
    { ...same, wording: zh },
  ]);
  expect(subject).toBe('请报送甲');
  expect(text).toMatch(/^This mail is about 2 matters: 支农支小工作 and 普惠金融工作\./);
});
