import type { WordTable } from '../shared/word-table.ts';

export const MINE = {
  mine: { zh: '我的报送', en: 'My reports' },
  mineTitle: { zh: '我的报送', en: 'My reports' },
  mineEmpty: {
    zh: '目前没有要报送的批次。新批次开启时，会向登记的联络员发送通知。',
    en: 'There is nothing to report at present. When a round opens, the registered liaison is told.',
  },
  mainDeed: {
    report: { zh: '去填报', en: 'Report' },
    draft: { zh: '继续填报', en: 'Go on with the draft' },
    mend: { zh: '去补充', en: 'Mend the report' },
    again: { zh: '查看或重新报送', en: 'See or hand in again' },
    see: { zh: '查看', en: 'See' },
  },
  confirmNotice: { zh: '签收通知', en: 'Confirm the notice' },
  contactBureau: { zh: '汇总单位联系人', en: 'Your contact at the bureau' },
} satisfies WordTable;
