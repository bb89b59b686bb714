import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { DocumentText } from '../../../domain/delivery/message-text.ts';
import { letterDocx } from '../../../gateways/documents/letter-docx.ts';
import { xmlOf } from '../../support/reports/document-xml.ts';

const letter: DocumentText = {
  title: '督办单（代拟稿）',
  number: '督办单〔2018〕×号',
  addressee: '市扶贫办',
  paragraphs: ['一、督办事项。方案第53项半年报送。', '二、有关情况。应于7月15日报送，仍未收到。'],
  signature: '市政府办公室',
  date: '2018年7月23日',
  attachments: ['报送表', '通知'],
  note: '本稿经审定、编号、签发后生效。',
};
const MADE = '2018-07-23T09:00:00+08:00';

describe('a letter as a Word file', () => {
  it('holds its parts in the order of an official document', async () => {
    const { value } = await mammoth.extractRawText({ buffer: await letterDocx(letter, MADE) });
    expect(value.split('\n').filter((line) => line !== '')).toEqual([
      '督办单（代拟稿）',
      '督办单〔2018〕×号',
      '市扶贫办：',
      '一、督办事项。方案第53项半年报送。',
      '二、有关情况。应于7月15日报送，仍未收到。',
      '附件：1. 报送表',
      '2. 通知',
      '市政府办公室',
      '2018年7月23日',
      '本稿经审定、编号、签发后生效。',
    ]);
  });

  it('leaves out what the letter does not have', async () => {
    const { number: _, attachments: __, note: ___, ...plain } = letter;
    const { value } = await mammoth.extractRawText({ buffer: await letterDocx(plain, MADE) });
    expect(value).not.toContain('附件');
    expect(value.trimEnd().endsWith('2018年7月23日')).toBe(true);
  });

  it('begins the date two characters right of the name, the longer of the two keeping two from the edge', async () => {
    const indents = async (signature: string) => {
      const xml = xmlOf(await letterDocx({ ...letter, signature }, MADE), 'word/document.xml');
      const found = [...xml.matchAll(/<w:ind w:right="(\d+)"\/>/g)].map(
        (match) => Number(match[1]) / 320,
      );
      return found;
    };
    // 2018年7月23日 is 6.5 characters wide: digits are half as wide.
    expect(await indents('市政府办公室')).toEqual([4.5, 2]);
    expect(await indents('中山市人民政府金融工作局')).toEqual([2, 5.5]);
  });

  it('makes the same bytes of the same letter', async () => {
    expect((await letterDocx(letter, MADE)).equals(await letterDocx(letter, MADE))).toBe(true);
  });
});
