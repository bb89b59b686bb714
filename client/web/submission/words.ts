import type { WordTable } from '../shared/word-table.ts';

export const SUBMISSION = {
  supplement: { zh: '补报', en: 'supplement' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  newest: { zh: '最新', en: 'newest' },
  evidence: { zh: '凭据', en: 'Evidence' },
  enteredAt: { zh: '录入', en: 'entered' },
  preparedBy: { zh: '填报人', en: 'Prepared by' },
  reviewedBy: { zh: '审核人', en: 'Reviewed by' },
  compareVersions: { zh: '比较两版', en: 'Compare two versions' },
  olderOne: { zh: '前一版', en: 'the earlier one' },
  newerOne: { zh: '后一版', en: 'the later one' },
  comparing: (from: number, to: number) => ({
    zh: `第${from}版 → 第${to}版`,
    en: `Version ${from} → version ${to}`,
  }),
  sameText: { zh: '没有变化', en: 'unchanged' },
  addedPart: { zh: '增加', en: 'added' },
  removedPart: { zh: '删去', en: 'removed' },
} satisfies WordTable;
