import type { WordTable } from '../../shared/word-table.ts';

export const ADMIN_FAILURES = {
  noFailures: { zh: '没有送达失败的邮件或短信。', en: 'No mail or SMS has failed.' },
  failedFor: { zh: '原因', en: 'Reason' },
  reachedSince: { zh: '后来已送达', en: 'reached since' },
  notReached: { zh: '还没有送达', en: 'not reached yet' },
  insteadWent: { zh: '改送', en: 'instead' },
  leftToOfficer: { zh: '已列为经办人员的待办', en: 'left to an officer as a task' },
  substitute: { zh: '换联系方式', en: 'Other address' },
  since: { zh: '时间', en: 'Since' },
} satisfies WordTable;
