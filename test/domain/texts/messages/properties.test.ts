import { describe, expect, it } from 'vitest';
import { smsParts } from '../../../../domain/delivery/sms-length.ts';
import type { About, MessageFacts } from '../../../../domain/texts/facts.ts';
import { day } from '../../../../domain/time/time.ts';
import {
  agriculture,
  centralBank,
  guzhen,
  message,
  sender,
  wholeLadder,
} from '../../../support/rules/facts.ts';
import {
  renderLetter,
  renderMail,
  renderSlip,
  renderSms,
} from '../../../support/rules/shipped-texts.ts';
import { at, shanghai } from '../../../support/time/dates.ts';

const KINDS = [
  'notice',
  'reminder',
  'due',
  'chase',
  'press',
  'supervise',
  'receipt',
  'returned',
  'extended',
  'extension-refused',
] as const;
const longest = {
  ...agriculture,
  unitName: '市文化广电新闻出版局',
  addressee: '市文化广电新闻出版局',
};
const full = {
  before: wholeLadder,
  confirmedAt: at('2018-06-25 10:00'),
  promisedOn: day('2018-07-18'),
  makeGoodBy: day('2018-07-25'),
  submission: {
    version: 2,
    receivedAt: at('2018-07-12 16:05'),
    late: true,
    receipt: '2018H1-guzhen-2',
  },
  extended: { reason: '', until: day('2018-07-15'), previous: day('2018-07-10') },
};
const returned = {
  ...full,
  returned: { reason: '缺数据', until: day('2018-07-15') },
  refusedRequest: { until: day('2018-07-25'), reason: '须按期汇总。' },
};
const units = [agriculture, guzhen, centralBank, longest];

// All combinations of kind, unit, record and demonstration.
const all: [string, MessageFacts][] = KINDS.flatMap((kind) =>
  units.flatMap((unit) =>
    [{}, full, returned].flatMap((more, index) =>
      [true, false].map((demonstration): [string, MessageFacts] => [
        `${kind} to ${unit.unitName}, record ${index}${demonstration ? ', demonstration' : ''}`,
        message(kind, '2018-07-13 09:00', [{ ...unit, ...more } as About], { demonstration }),
      ]),
    ),
  ),
);

/** Words that carriers filter, and what an SMS must not have; the signature may name the bureau. */
const FORBIDDEN = /金融|贷款|保险|理财|催款|党政|知识产权|方案|https?:|1\d{10}|【(?!演示】)/;

describe('every text', () => {
  it('has no gap where a fact is missing', () => {
    for (const [name, facts] of all) {
      const words = JSON.stringify([
        renderMail(facts, shanghai),
        renderSms(facts, shanghai),
        renderLetter(facts, shanghai),
        renderSlip(facts, shanghai),
      ]);
      expect(words, name).not.toMatch(/undefined|null|NaN|\[object|。。|，，|；；|：。|，。|第项/);
    }
  });

  it('asks with 商请 and never chases a body it cannot direct', () => {
    for (const [name, facts] of all.filter(([, { about }]) => about[0]?.wording === 'request')) {
      const { subject, text } = renderMail(facts, shanghai);
      expect(`${subject}${text}${renderSms(facts, shanghai).text}`, name).not.toMatch(
        /催|(?<!商)请于|(?<!商)请尽快/,
      );
    }
  });

  it('says in a demonstration that it is one, and otherwise does not', () => {
    for (const [name, facts] of all) {
      const { subject, text } = renderMail(facts, shanghai);
      const marks = [subject, text, renderSms(facts, shanghai).text].map((words) =>
        words.includes('【演示】'),
      );
      expect(marks, name).toEqual([facts.demonstration, facts.demonstration, facts.demonstration]);
    }
  });

  it('warns in the notice of secrets and personal data', () => {
    for (const [name, facts] of all.filter(([, { kind }]) => kind === 'notice')) {
      expect(renderMail(facts, shanghai).text, name).toContain(
        '请勿填写国家秘密、工作秘密和个人信息',
      );
    }
  });

  it('needs an obligation to be about', () => {
    expect(() => renderMail(message('chase', '2018-07-17 10:30', []), shanghai)).toThrow(
      /without an obligation/,
    );
  });
});

describe('every SMS', () => {
  it.each(['金融局', '中山市金融局', '中山市人民政府金融工作局'])(
    'is one part, signed %s',
    (signature) => {
      for (const [name, facts] of all) {
        const { text } = renderSms({ ...facts, sender: { ...sender, signature } }, shanghai);
        expect(smsParts(text), `${name}: ${text}`).toBe(1);
        expect(text.startsWith(`【${signature}】`), name).toBe(true);
      }
    },
  );

  it('has no word that carriers refuse, no link, no mobile and not the name of the plan', () => {
    for (const [name, facts] of all) {
      const { text } = renderSms(facts, shanghai);
      expect(text.replace(/^【.*?】/, ''), name).not.toMatch(FORBIDDEN);
    }
  });
});
