import type { Timeliness } from '../../../store/read/history.ts';
import type { Entry, WordTable } from '../shared/word-table.ts';

export const HISTORY = {
  history: { zh: '历次情况', en: 'History' },
  historyHint: {
    zh: '以第一次收到的时间为准；退回后重报不改变这一判断。按时率 = 按时的次数／到期应报的次数，免报和未到期的不算。',
    en: 'Judged by the first arrival; a return changes nothing about it. The share counts reports that were due, without waived ones.',
  },
  measuredBy: { zh: '判断口径', en: 'Judged by' },
  byEffective: { zh: '按当时有效的期限（含延期）', en: 'the date valid then (with extensions)' },
  byOriginal: { zh: '按原定期限', en: 'the original date' },
  onTimeRate: { zh: '按时率', en: 'On time' },
  place: { zh: '名次', en: 'Place' },
  timelinesses: {
    'on time': { zh: '按时', en: 'on time' },
    late: { zh: '迟报', en: 'late' },
    missing: { zh: '未报', en: 'missing' },
    waived: { zh: '免报', en: 'waived' },
    'not due': { zh: '未到期', en: 'not due' },
  } satisfies Readonly<Record<Timeliness, Entry>>,
  rankingOn: { zh: '开启排名', en: 'Turn ranking on' },
  rankingOff: { zh: '关闭排名', en: 'Turn ranking off' },
  rankingHint: {
    zh: '开启后，经办人员在本页看到各单位的名次；各单位看不到。',
    en: 'Then the bureau sees the place of each unit here; units never do.',
  },
} satisfies WordTable;
