/** The short cut through LiquidJS says what LiquidJS says. */
import { describe, expect, it } from 'vitest';
import { formOf, LANGUAGES, type TextName } from '../../../../domain/plan/text-names.ts';
import type { MorningTopic } from '../../../../domain/round/morning.ts';
import { ready, slowly } from '../../../../domain/texts/engine/engine.ts';
import { layOut } from '../../../../domain/texts/engine/layout.ts';
import { grammarOf } from '../../../../domain/texts/language/grammar-of.ts';
import { contactCheckVariables } from '../../../../domain/texts/messages/contact-check.ts';
import { digestValues } from '../../../../domain/texts/messages/digests.ts';
import { groupTextVariables } from '../../../../domain/texts/messages/group-text.ts';
import { MESSAGE_VALUES } from '../../../../domain/texts/messages/unit-message.ts';
import { day } from '../../../../domain/time/time.ts';
import {
  agriculture,
  centralBank,
  guzhen,
  message,
  sender,
  until,
} from '../../../support/rules/facts.ts';
import { shippedWording } from '../../../support/rules/shipped-texts.ts';
import { at, dueOn, shanghai } from '../../../support/time/dates.ts';

const when = '2018-07-19 09:00';
const full = {
  before: until(when),
  promisedOn: day('2018-07-18'),
  makeGoodBy: day('2018-07-20'),
  submission: { version: 2, receivedAt: at('2018-07-12 16:05'), late: false, receipt: 'r-2' },
  returned: { reason: '缺数据', until: day('2018-07-15') },
};
const groups = [
  [agriculture],
  [{ ...guzhen, ...full }],
  [{ ...agriculture, ...full }, centralBank, guzhen],
];

it.each(LANGUAGES)('for every message in %s', (language) => {
  const wording = shippedWording(language);
  const say = grammarOf(wording);
  for (const [name, valuesOf] of Object.entries(MESSAGE_VALUES)) {
    const known = name as keyof typeof MESSAGE_VALUES;
    for (const asOf of ['2018-06-25 10:00', '2018-07-16 09:00', when]) {
      for (const about of groups) {
        const values = valuesOf({ facts: message('chase', asOf, about), zone: shanghai, say });
        alike(wording.texts[known], known, values, asOf);
      }
    }
  }
});

it.each(LANGUAGES)(
  'for what goes to the bureau, its group and those it asks, in %s',
  (language) => {
    const { texts } = shippedWording(language);
    const say = grammarOf({ language });
    const due = dueOn('2018-07-15');
    const units = [
      { unitName: '市农业局', late: true, on: day('2018-07-20') },
      { unitName: '古镇镇', late: false, on: null },
    ];
    const busy: MorningTopic = {
      kind: 'morning',
      due,
      dueCount: 3,
      counts: { owed: 9, reported: 3, waived: 1, missing: 5, late: 1, returned: 0, unconfirmed: 2 },
      news: [
        { kind: 'reported', units },
        { kind: 'called', units },
      ],
      missing: [
        { unitName: '市农业局', isOverdue: true, isReturned: false, until: null, promisedOn: null },
      ],
      failed: ['古镇镇'],
      waiting: [{ kind: 'call', number: 3 }],
      today: [
        { kind: 'chase', at: at(when), units: 3 },
        { kind: 'press', at: at(when), units: 2 },
      ],
      workdaysToCompile: 7,
    };
    const quiet = {
      ...busy,
      dueCount: 0,
      news: [],
      missing: [],
      failed: [],
      waiting: [],
      today: [],
    };
    const person = { name: '张某', email: 'a@b.example', mobile: null, phone: null };
    for (const asOf of ['2018-07-13 10:00', '2018-07-16 09:00', when].map(at)) {
      const common = {
        sender,
        period: '2018H1',
        nominalDue: due.nominal,
        asOf,
        demonstration: false,
      };
      const asked = { unitName: '古镇镇', addressee: '古镇镇', liaison: person, deputy: null };
      const question = { opensOn: day('2018-06-22'), standsInFor: null, units: [asked, asked] };
      const told = (topic: MorningTopic) =>
        digestValues({ ...common, compileOn: day('2018-07-16'), topic }, shanghai, say).values;
      const group = (missing: number) =>
        groupTextVariables({ ...common, due, reported: 3, missing, notYetDue: 2 }, shanghai, say);
      const all: [TextName, object][] = [
        ['morning.mail', told(busy)],
        ['morning.mail', told(quiet)],
        [
          'contact-check.mail',
          contactCheckVariables(
            { ...common, ...question, online: 'http://10.0.0.1' },
            shanghai,
            say,
          ),
        ],
        [
          'contact-check.mail',
          contactCheckVariables({ ...common, ...question, online: undefined }, shanghai, say),
        ],
        ['group-text.robot', group(0)],
        ['group-text.robot', group(2)],
        ['group-text.robot', group(5)],
      ];
      for (const [name, values] of all) alike(texts[name], name, values, `${asOf}`);
    }
  },
);

function alike(text: string, name: TextName, values: object, when: string): void {
  const { headers, bodies } = layOut(text, formOf(name));
  for (const { source } of [...headers.values(), ...bodies]) {
    expect(ready(source)(values), `${name} ${when}`).toBe(slowly(source)(values));
  }
}

describe('also for what is not plain', () => {
  const values = {
    word: '词',
    none: '',
    zero: 0,
    three: 3,
    yes: true,
    no: false,
    pairs: [
      { word: 'a', inner: 'x' },
      { word: 'b', inner: '' },
    ],
    empty: [],
  };
  it.each([
    '{% if none %}1{% else %}2{% endif %}{% if zero %}1{% else %}2{% endif %}{% if empty %}1{% endif %}',
    '{% unless yes %}1{% else %}2{% endunless %}{% unless no %}1{% endunless %}',
    '{% if three > 2 and yes %}1{% elsif no %}2{% endif %}{% if no %}1{% elsif yes %}2{% endif %}',
    '{% for word in pairs %}{{ word.word }}{% endfor %}{{ word }}',
    '{% for a in pairs %}{% for b in pairs %}{{ a.word }}{{ b.word }}{{ word }}{% endfor %}{% endfor %}',
    '{% for a in pairs %}{{ forloop.index }}{{ a.inner | default: "-" }}{% endfor %}',
    '{% for a in empty %}1{% else %}2{% endfor %}{% for a in pairs limit:1 %}{{ a.word }}{% endfor %}',
    '{% case three %}{% when 3 %}三{% else %}四{% endcase %}{{ zero }}{{ yes }}{{ "x" }}{{ pairs.size }}',
    '{% for a in pairs %}{% if a.inner %}{{ a.inner }}{% else %}{{ word }}{% endif %}{% endfor %}',
    '{% comment %}不要{% endcomment %}  甲\n  {%- if yes -%}  乙  {%- endif %} 丙',
  ])('%s', (source) => {
    expect(ready(source)(values)).toBe(slowly(source)(values));
  });

  it.each([
    '{{ wrong }}',
    '{% if wrong %}1{% endif %}',
    '{% for a in pairs %}{{ a.wrong }}{% endfor %}',
  ])('%s is refused by both', (source) => {
    expect(() => slowly(source)(values)).toThrow(/undefined variable/);
    expect(() => ready(source)(values)).toThrow(/undefined variable/);
  });
});
