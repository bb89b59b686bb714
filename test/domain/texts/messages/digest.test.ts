import { expect, it } from 'vitest';
import type { DigestFacts, DigestTopic } from '../../../../domain/texts/facts.ts';
import { day } from '../../../../domain/time/time.ts';
import { sender } from '../../../support/rules/facts.ts';
import { renderDigest } from '../../../support/rules/shipped-texts.ts';
import { at, shanghai } from '../../../support/time/dates.ts';

const digest = (asOf: string, topic: DigestTopic): DigestFacts => ({
  sender,
  period: '2018H1',
  nominalDue: day('2018-07-15'),
  compileOn: day('2018-07-30'),
  asOf: at(asOf),
  topic,
  demonstration: false,
});
const compiled: Extract<DigestTopic, { kind: 'compiled' }> = {
  kind: 'compiled',
  occasion: 'complete',
  version: 2,
  counts: { owed: 44, reported: 43, waived: 1, missing: 0, late: 1 },
  missing: [],
  late: ['东区'],
  changes: [],
};
const incomplete = {
  ...compiled,
  version: 1,
  counts: { owed: 44, reported: 41, waived: 1, missing: 2, late: 1 },
  missing: [
    { unitName: '古镇镇', extendedUntil: null },
    { unitName: '市农业局', extendedUntil: day('2018-08-03') },
  ],
};

it('lists whom to call on the due day, with liaison and landline', () => {
  const { subject, text } = renderDigest(
    digest('2018-07-13 14:30', {
      kind: 'call-list',
      units: [
        {
          unitName: '市农业局',
          liaison: '张某',
          phone: '0760-88000001',
          confirmedAt: null,
          promisedOn: null,
        },
        {
          unitName: '古镇镇',
          liaison: null,
          phone: null,
          confirmedAt: at('2018-06-25 10:00'),
          promisedOn: day('2018-07-16'),
        },
      ],
    }),
    shanghai,
  );
  expect(subject).toBe('2018年上半年待致电：2个单位尚未报送');
  expect(text).toMatchInlineSnapshot(`
    "市金融局经办同志：

    2018年上半年报送7月15日截止，截至7月13日14:30，以下2个单位尚未报送，请安排致电：

    1. 市农业局，联络员张某，电话0760-88000001，未签收
    2. 古镇镇，联络员未登记，电话未登记，已签收，承诺7月16日报送

    致电后请登记通话对象、答复和承诺日期；承诺日期前不再催报。

    市金融局
    2018年7月13日
    "
  `);
});

it('says so when nobody needs a call', () => {
  const { subject } = renderDigest(
    digest('2018-07-13 14:30', { kind: 'call-list', units: [] }),
    shanghai,
  );
  expect(subject).toBe('2018年上半年无需致电：均已报送');
});

it('calls a draft a draft, and names the missing and who of them was extended', () => {
  const { subject, text } = renderDigest(
    digest('2018-07-23 09:00', { ...incomplete, occasion: 'draft' }),
    shanghai,
  );
  expect(subject).toBe('2018年上半年汇总初稿已生成（第1版，2个单位未报）');
  expect(text).toContain('未报单位：古镇镇、市农业局（已延期至8月3日）。');
  expect(text).not.toContain('上报市政府');
});

it('invites to sign off when all is in, and at the compile date', () => {
  expect(renderDigest(digest('2018-07-20 09:00', compiled), shanghai).text).toMatchInlineSnapshot(`
    "市金融局经办同志：

    2018年上半年总体评价报告第2版已生成，应报单位均已报送或免报。

    应报44个，已报43个（其中迟报1个），免报1个，未报0个。

    迟报单位：东区。

    请审核第2版，确认无误后上报市政府。

    市金融局
    2018年7月20日
    "
  `);
  const late = renderDigest(
    digest('2018-07-30 09:00', { ...incomplete, occasion: 'compile-date' }),
    shanghai,
  );
  expect(late.subject).toBe('2018年上半年到期汇总稿已生成（第1版，2个单位未报）');
  expect(late.text).toContain('请审核第1版，确认无误后上报市政府。此后收到的材料将自动生成新版');
});

it('says what changed in a newer version', () => {
  const { subject, text } = renderDigest(
    digest('2018-07-31 09:00', {
      ...compiled,
      occasion: 'stale',
      version: 3,
      changes: ['古镇镇报来第2版'],
    }),
    shanghai,
  );
  expect(subject).toBe('2018年上半年汇总已更新为第3版');
  expect(text).toContain('与上一版相比：\n1. 古镇镇报来第2版');
});
