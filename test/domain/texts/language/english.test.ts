/** Every text in English, in every situation of the shipped plan: no Chinese but names, and in an SMS none at all. */
import { expect, test } from 'vitest';
import { smsParts } from '../../../../domain/delivery/sms-length.ts';
import type { Plan } from '../../../../domain/plan/plan.ts';
import { formOf, TEXT_NAMES } from '../../../../domain/plan/text-names.ts';
import { checkSamples } from '../../../../domain/texts/check-words.ts';
import { renderMail, renderSms } from '../../../../domain/texts/messages/unit-message.ts';
import { samplesOf } from '../../../../domain/texts/samples.ts';
import { day } from '../../../../domain/time/time.ts';
import { zone } from '../../../../domain/time/zone.ts';
import { shippedCalendar } from '../../../../gateways/calendar/holidays.ts';
import { shippedTexts } from '../../../../gateways/plan-folder/texts.ts';
import { shippedPlan } from '../../../../rehearsal/shipped-plan.ts';
import { agriculture, centralBank, message, until } from '../../../support/rules/facts.ts';
import { shippedWording } from '../../../support/rules/shipped-texts.ts';
import { shanghai } from '../../../support/time/dates.ts';

const plan: Plan = {
  ...shippedPlan,
  language: 'en',
  texts: shippedTexts('en'),
  basis: 'item 53',
  bureau: { ...shippedPlan.bureau, signature: 'ZS-Finance' },
};
const rules = { plan, calendar: shippedCalendar(), zone: zone(plan.zone) };
const samples = [...samplesOf(rules)];

test('there is a sample of every text, and none has a fault', () => {
  expect(new Set(samples.map(({ name }) => name))).toEqual(new Set(TEXT_NAMES));
  expect(checkSamples(rules)).toEqual([]);
});

/** What the plan folder and people wrote; the longest first, as one name may begin another. */
const given = [
  plan.title,
  plan.subject,
  plan.bureau.name,
  plan.bureau.person,
  ...Object.values(plan.authority),
  ...plan.units.flatMap(({ name, addressee }) => [name, addressee]),
  ...plan.contacts.map(({ name }) => name),
  '张某',
  '李某',
  '数据待核',
  '须按期汇总',
  '一、第1项缺期末数；二、缺下一步安排',
  '市农业局报来第2版',
].toSorted((a, b) => b.length - a.length);

test('only what the plan and people wrote is Chinese', () => {
  for (const { name, of, words } of samples) {
    const text = given.reduce(
      (rest, each) => rest.replaceAll(each, 'X'),
      Object.values(words()).flat().join('\n'),
    );
    expect(text, `${name} for ${of}`).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
    expect(text, `${name} for ${of}`).not.toMatch(
      /undefined|null|NaN|\[object|\{\{|(?<=\S) {2}|\.\.|,,|;;| [.,;:]/,
    );
  }
});

test('an SMS is one part', () => {
  for (const { name, words } of samples.filter((sample) => formOf(sample.name) === 'sms')) {
    const { text = '' } = words() as { text?: string };
    expect(text.startsWith('[ZS-Finance] '), name).toBe(true);
    expect(smsParts(text), `${name}: ${text}`).toBe(1);
  }
});

const wording = shippedWording('en');
const when = '2018-07-19 09:00';

test('a last request reads like a letter', () => {
  const about = [{ ...agriculture, before: until(when), makeGoodBy: day('2018-07-20') }];
  const { subject, text } = renderMail(wording, message('press', when, about), shanghai);
  expect(subject).toBe('Urgent: please send the report on 普惠金融工作 for the first half of 2018');
  expect(text).toMatchInlineSnapshot(`
    "To 市农业局:

    This is about the duty to report under 第53项 of the plan 中山市推进普惠金融发展实施方案（2017-2020年）. We have not received the report for the first half of 2018 on items 9, 15, 16, 19 and 54, which your unit leads. It was due on 15 July (moved to 16 July by the rules). We sent the notice on 22 June, sent a reminder on 6 and 12 July, named the deadline on 13 July, asked for the report by mail and SMS on 17 July and called the liaison of your unit on 17 July; as of 09:00 on 19 July it has not come.

    Please send it before the close of work on 20 July (Friday); if that is difficult, please tell us before then why, and when it can be expected. We will compile the reports for 市政府 on 30 July and will state which units have reported.

    How: fill in the form sent with the notice of 22 June and answer this mail with it; no paper is needed.

    If the report has reached us by another way, please call us so that we can enter it. Contact: 普惠金融科 李某, telephone 0760-88000000.

    市金融局
    19 July 2018
    "
  `);
});

test('a reminder is short, and kinder to a body that cannot be ordered', () => {
  const asOf = '2018-07-06 09:00';
  const about = [{ ...centralBank, before: until(asOf) }];
  const facts = { ...message('reminder', asOf, about) };
  expect(renderMail(wording, facts, shanghai).text).toMatchInlineSnapshot(`
    "To 人民银行中山市中心支行:

    We have not yet received the report for the first half of 2018 on items 12, 13, 14, 20, 29, 30, 31, 32, 34, 36, 38 and 55, which your unit leads; 9 days are left until the deadline of 15 July. Kindly send it by 24:00 on 15 July (Sunday, that day included); that being a day of rest, what arrives by 24:00 on 16 July (Monday) is on time.

    How: fill in the form sent with the notice of 22 June and answer this mail with it; no paper is needed.

    The notice of 22 June has not been confirmed yet, please confirm it as well; if the liaison has changed, please let us know.

    If the report has reached us by another way, please call us so that we can enter it. Contact: 普惠金融科 李某, telephone 0760-88000000.

    市金融局
    6 July 2018
    "
  `);
  const sender = { ...facts.sender, signature: 'ZS-Finance' };
  expect(renderSms(wording, { ...facts, sender }, shanghai).text).toMatchInlineSnapshot(
    `"[ZS-Finance] Reminder: kindly send your report for the first half of 2018 by 24:00 on 15 Jul, see our mail. Questions: 0760-88000000"`,
  );
});
