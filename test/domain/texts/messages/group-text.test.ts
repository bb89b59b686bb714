import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../domain/plan/text-names.ts';
import {
  type GroupFacts,
  groupFactsOf,
  groupText,
} from '../../../../domain/texts/messages/group-text.ts';
import { shippedPlan } from '../../../../rehearsal/shipped-plan.ts';
import { sender } from '../../../support/rules/facts.ts';
import { shippedWording } from '../../../support/rules/shipped-texts.ts';
import { obligation } from '../../../support/rules/situation.ts';
import { at, dueOn, shanghai } from '../../../support/time/dates.ts';

const facts = (asOf: string, fields: Partial<GroupFacts> = {}, language: Language = 'zh'): string =>
  groupText(
    shippedWording(language),
    {
      sender,
      period: '2018H1',
      due: dueOn('2018-07-15'),
      asOf: at(asOf),
      reported: 31,
      missing: 12,
      notYetDue: 0,
      demonstration: false,
      ...fields,
    },
    shanghai,
  );

it.each<[string, string, Partial<GroupFacts>, string]>([
  [
    'before the due day',
    '2018-07-13 10:00',
    {},
    '【中山市金融局】各单位：2018年上半年工作情况请于7月15日（周日）24时前报送，方式见邮件通知。截至今日10时已有31个单位报送，感谢支持；尚未报送的请抓紧。咨询：0760-88000000',
  ],
  [
    'while nobody has reported',
    '2018-07-06 10:00',
    { reported: 0 },
    '【中山市金融局】各单位：2018年上半年工作情况请于7月15日（周日）24时前报送，方式见邮件通知。尚未报送的请抓紧。咨询：0760-88000000',
  ],
  [
    'on the due day',
    '2018-07-16 10:00',
    {},
    '【中山市金融局】各单位：2018年上半年工作情况报送今日24时截止，方式见邮件通知。截至今日10时已有31个单位报送，感谢支持；尚未报送的请于今日报送，确有困难的请来电说明。咨询：0760-88000000',
  ],
  [
    'after it',
    '2018-07-17 10:30',
    {},
    '【中山市金融局】各单位：2018年上半年工作情况报送已于7月15日（顺延至7月16日）截止。截至今日10:30已有31个单位报送，感谢支持；尚未报送的请尽快报送，确有困难的请来电说明。咨询：0760-88000000',
  ],
  [
    'after it, some with a later date of their own',
    '2018-07-17 10:30',
    { notYetDue: 2 },
    '【中山市金融局】各单位：2018年上半年工作情况报送已于7月15日（顺延至7月16日）截止。截至今日10:30已有31个单位报送，感谢支持；尚未报送的（已同意另定期限的除外）请尽快报送，确有困难的请来电说明。咨询：0760-88000000',
  ],
  [
    'when all is in',
    '2018-07-17 10:30',
    { missing: 0 },
    '【中山市金融局】各单位：2018年上半年工作情况已全部报送，感谢支持。',
  ],
])('%s', (_, asOf, fields, expected) => {
  expect(facts(asOf, fields)).toBe(expected);
});

it.each<[string, Partial<GroupFacts>, string]>([
  [
    '2018-07-13 10:00',
    {},
    '[中山市金融局] To all units: the reports for the first half of 2018 are due by 24:00 on 15 Jul; how is in our mail. Units that have reported as of 10:00 today: 31, thank you. Those who have not reported please do so soon. Questions: 0760-88000000',
  ],
  [
    '2018-07-16 10:00',
    { reported: 0 },
    '[中山市金融局] To all units: the reports for the first half of 2018 are due today by 24:00; how is in our mail. Those who have not reported please do so today, and call us if it is difficult. Questions: 0760-88000000',
  ],
  [
    '2018-07-17 10:30',
    { missing: 2, notYetDue: 2 },
    '[中山市金融局] To all units: the reports for the first half of 2018 were due on 15 July (moved to 16 July by the rules). Units that have reported as of 10:30 today: 31, thank you. The others please report by the dates agreed with them. Questions: 0760-88000000',
  ],
  [
    '2018-07-17 10:30',
    { missing: 0 },
    '[中山市金融局] To all units: the reports for the first half of 2018 are all in, thank you.',
  ],
])('in English, at %s', (asOf, fields, expected) => {
  expect(facts(asOf, fields, 'en')).toBe(expected);
});

it('says of a demonstration that it is one', () => {
  expect(facts('2018-07-13 10:00', { demonstration: true })).toContain('【演示】');
});

describe('the numbers', () => {
  const of = (...all: Parameters<typeof obligation>[]) =>
    groupFactsOf(
      {
        plan: shippedPlan,
        round: { period: '2018H1', due: dueOn('2018-07-15') },
        obligations: all.map((one) => obligation(...one)),
        demonstration: false,
      },
      at('2018-07-18 10:00'),
    );

  it('leave out the bureau’s own part, and count a return as missing', () => {
    const { reported, missing, notYetDue } = of(
      ['accepted'],
      ['submitted'],
      ['waived'],
      ['open'],
      ['open', { own: true }],
      ['returned'],
    );
    // The return is due on 20 July.
    expect({ reported, missing, notYetDue }).toEqual({ reported: 2, missing: 2, notYetDue: 1 });
  });
});
