import type { WordTable } from '../shared/word-table.ts';

export const ROUNDS = {
  rounds: { zh: '批次', en: 'Rounds' },
  noRounds: {
    zh: '还没有批次。启动一个年度后，这里会列出它的两个批次：',
    en: 'No rounds yet. Start a year and its two rounds will be listed here:',
  },
} satisfies WordTable;
