import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { smsParts } from '../../../domain/delivery/sms-length.ts';

describe('parts of an SMS', () => {
  it.each([
    ['nothing', '', 1],
    ['70 characters', '报'.repeat(70), 1],
    ['71 characters', '报'.repeat(71), 2],
    ['134 characters', '报'.repeat(134), 2],
    ['135 characters', '报'.repeat(135), 3],
    ['35 emoji, two units each', '😀'.repeat(35), 1],
    ['36 emoji', '😀'.repeat(36), 2],
  ])('%s', (_name, text, parts) => {
    expect(smsParts(text)).toBe(parts);
  });

  it('agrees with an independent calculator for Chinese text of every length up to 210', () => {
    for (let length = 1; length <= 210; length += 1) {
      const text = '报'.repeat(length);
      expect(smsParts(text), `${length} characters`).toBe(
        new SegmentedMessage(text, 'UCS-2').segmentsCount,
      );
    }
  });

  it('counts digits and signs like characters, because the text around them is Chinese', () => {
    const text = `【中山市金融局】${'0'.repeat(62)}`;
    expect(smsParts(text)).toBe(1);
    expect(smsParts(`${text}0`)).toBe(2);
    expect(new SegmentedMessage(`${text}0`).segmentsCount).toBe(2);
  });

  it('agrees with it for English of every length up to 470, with signs that count two', () => {
    for (let length = 1; length <= 470; length += 1) {
      const text = `[Finance] ${'report~ '.repeat(60)}`.slice(0, length);
      expect(smsParts(text), `${length} characters`).toBe(
        new SegmentedMessage(text, 'GSM-7').segmentsCount,
      );
    }
  });

  it('counts English by the rule for Chinese as soon as one character is Chinese', () => {
    expect(smsParts('a'.repeat(160))).toBe(1);
    expect(smsParts(`${'a'.repeat(159)}局`)).toBe(3);
  });
});
