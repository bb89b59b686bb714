import type { WordTable } from '../shared/word-table.ts';

export const OVERDUE = {
  overduePage: { zh: '逾期情况', en: 'Overdue' },
  overdueHint: {
    zh: '只列逾期未报的单位和已经做的催办，不含信息和材料的内容。日期是送出或通话的日子。',
    en: 'Only who is overdue and what was done about it; no words of messages or reports. Dates are those of sending and calling.',
  },
  nobodyOverdue: { zh: '目前没有逾期未报的单位。', en: 'Nobody is overdue at the moment.' },
  noOpenRound: {
    zh: '目前没有办理中的批次，没有逾期情况。',
    en: 'No round is open at the moment; nobody is overdue.',
  },
  overdueFor: { zh: '逾期', en: 'Overdue for' },
  overdueDays: (days: number, workdays: number) => ({
    zh: `${days}天（${workdays}个工作日）`,
    en: `${days} days (${workdays} working days)`,
  }),
} satisfies WordTable;
