/** The short cut through LiquidJS says what LiquidJS says. */
import { describe, expect, it } from 'vitest';
import { ready, slowly } from '../../../domain/texts/engine.ts';
import { grammarOf } from '../../../domain/texts/grammar-of.ts';
import { formOf, LANGUAGES } from '../../../domain/texts/names.ts';
import { layOut } from '../../../domain/texts/source.ts';
import { MESSAGE_VALUES } from '../../../domain/texts/values.ts';
import { day } from '../../../domain/time.ts';
import { agriculture, at, centralBank, guzhen, message, until, zone } from '../../support/facts.ts';
import { shippedWording } from '../../support/texts.ts';

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
    const { headers, bodies } = layOut(wording.texts[known], formOf(known));
    for (const asOf of ['2018-06-25 10:00', '2018-07-16 09:00', when]) {
      for (const about of groups) {
        const values = valuesOf({ facts: message('chase', asOf, about), zone, say });
        for (const { source } of [...headers.values(), ...bodies]) {
          expect(ready(source)(values), `${name} ${asOf}`).toBe(slowly(source)(values));
        }
      }
    }
  }
});

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
