import type { WordTable } from '../shared/word-table.ts';

export const LETTERS = {
  openLetter: { zh: '看文稿', en: 'Open letter' },
  letterFields: {
    title: { zh: '标题', en: 'Title' },
    addressee: { zh: '主送', en: 'Addressee' },
    paragraphs: { zh: '正文（一行一段）', en: 'Text (one paragraph a line)' },
  },
  editLetter: { zh: '修改文稿', en: 'Edit the document' },
  editLetterHint: {
    zh: '落款、日期和文号由系统生成。改动写进操作记录，审发的是改动后的文稿。',
    en: 'Signature, date and number are made by the system. The change is kept in the trail; what is released is the changed document.',
  },
  keepLetter: { zh: '保存改动', en: 'Keep the change' },
} satisfies WordTable;
