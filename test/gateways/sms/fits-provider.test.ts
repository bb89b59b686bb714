import { expect, test } from 'vitest';
import { fitsProvider, wordingFor } from '../../../gateways/sms/fits-provider.ts';
import { sandboxSms } from '../../../gateways/sms/http/settings.ts';
import { alibaba, tencent, yunmas } from '../../support/servers/sms-settings.ts';

const AT = 'https://sms.example.org';
const withTexts = (...texts: string[]) =>
  alibaba(AT, { templates: texts.map((text, index) => ({ id: `T${index}`, text })) });
const approved = (text: string, ...texts: string[]) => {
  const fit = fitsProvider(text, withTexts(...texts));
  return fit.fits ? fit.approved : fit.misfit;
};

test.each([
  ['请坦洲镇报送。', ['请${unit}报送。'], { id: 'T0', values: [['unit', '坦洲镇']] }],
  ['请坦洲镇报送', ['请${unit}报送。'], 'no template'],
  ['请报送。', ['请${unit}报送。'], 'no template'],
  ['请坦洲镇报送。谢谢', ['请${unit}报送。'], 'no template'],
  // What means something in a pattern is only a character here.
  ['(1+1)坦洲镇[a-z]$', ['(1+1)${unit}[a-z]$'], { id: 'T0', values: [['unit', '坦洲镇']] }],
  ['x1+1坦洲镇', ['(1+1)${unit}'], 'no template'],
  // A value may hold what follows it; the division that works is found.
  [
    '请A，B，于7月前报送，谢谢',
    ['请${unit}，于${day}前报送，谢谢'],
    {
      id: 'T0',
      values: [
        ['unit', 'A，B'],
        ['day', '7月'],
      ],
    },
  ],
  // Of two that fit, the one with more fixed words says more precisely what the text is.
  [
    '请坦洲镇报送。咨询：88',
    ['请${all}', '请${unit}报送。咨询：${phone}', '请${unit}报送。${rest}'],
    {
      id: 'T1',
      values: [
        ['unit', '坦洲镇'],
        ['phone', '88'],
      ],
    },
  ],
  [
    `请${'长'.repeat(35)}报送。`,
    ['请${unit}报送。'],
    { id: 'T0', values: [['unit', '长'.repeat(35)]] },
  ],
  [`请${'长'.repeat(36)}报送。`, ['请${unit}报送。'], 'variable too long'],
  ['登录验证码123456，', ['登录验证码${code}，'], { id: 'T0', values: [['code', '123456']] }],
  ['登录验证码1234567，', ['登录验证码${code}，'], 'variable too long'],
])('%s', (text, texts, expected) => {
  expect(approved(`【市金融局】${text}`, ...texts)).toEqual(expected);
});

test('Tencent limits the variables of individuals, not of enterprises', () => {
  const templates = [{ id: '1', text: '请${unit}报送。' }];
  const text = `【市金融局】请${'长'.repeat(13)}报送。`;
  expect(fitsProvider(text, tencent(AT, { templates }))).toMatchObject({ fits: true });
  expect(fitsProvider(text, tencent(AT, { templates, account: 'individual' }))).toMatchObject({
    misfit: 'variable too long',
  });
});

test('a template approved for another kind is not used', () => {
  const settings = alibaba(AT);
  const text = '【市金融局】提醒：请坦洲镇于7月15日前报送。咨询：88';
  expect(fitsProvider(text, settings)).toMatchObject({ fits: true });
  expect(fitsProvider(text, settings, 'reminder')).toMatchObject({ fits: true });
  expect(fitsProvider(text, settings, 'chase')).toMatchObject({
    misfit: 'no template',
    sentence: expect.stringMatching(/^催报短信/),
  });
});

test('an SMS with another signature than the approved one does not fit', () => {
  const text = '【财政局】情况已收到，谢谢。';
  expect(fitsProvider(text, alibaba(AT))).toMatchObject({ misfit: 'other signature' });
  // 云MAS knows its signature by a code.
  expect(fitsProvider(text, yunmas(AT))).toMatchObject({ fits: true, approved: null });
});

test('a demonstration fits no real provider, with or without a signature before it', () => {
  for (const settings of [alibaba(AT), tencent(AT), yunmas(AT)]) {
    for (const text of ['【市金融局】【演示】情况已收到，谢谢。', '【演示】情况已收到，谢谢。']) {
      expect(fitsProvider(text, settings)).toMatchObject({ misfit: 'demonstration' });
    }
  }
  const free = fitsProvider('【市金融局】【演示】已收到。', sandboxSms('http://127.0.0.1:1'));
  expect(free).toMatchObject({ fits: true });
});

test('parts are counted with the signature', () => {
  const body = '一'.repeat(64);
  expect(fitsProvider(`【市金融局】${body}`, yunmas(AT))).toMatchObject({ parts: 1 });
  expect(fitsProvider(`【市金融局】${body}一`, yunmas(AT))).toMatchObject({ parts: 2 });
});

test('of several wordings the fullest that fits and is one part is chosen', () => {
  const settings = withTexts('请${unit}报送。', '请报送，详询${phone}', '请尽快报送');
  const full = `【市金融局】请${'长'.repeat(36)}报送。`;
  const [shorter, shortest] = ['【市金融局】请报送，详询88', '【市金融局】请尽快报送'];
  expect(wordingFor([full, shorter, shortest], settings)).toBe(shorter);
  expect(wordingFor([full, '【市金融局】另一句', shortest], settings)).toBe(shortest);
  const long = `【市金融局】${'一'.repeat(80)}`;
  expect(wordingFor([long, '【市金融局】二'], yunmas(AT))).toBe('【市金融局】二');
  expect(wordingFor([long], yunmas(AT))).toBe(long);
});

test('a text with many commas is matched without trying every division', () => {
  const many = Array.from({ length: 20 }, (_, index) => `\${v${index}}`).join('，');
  const commas = '，一'.repeat(200);
  expect(approved(`【市金融局】${commas}`, `${many}。`)).toBe('no template');
});
