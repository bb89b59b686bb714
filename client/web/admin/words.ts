import type { WordTable } from '../shared/word-table.ts';

export const ADMIN = {
  administration: { zh: '管理', en: 'Administration' },
  adminTitle: { zh: '管理', en: 'Administration' },
  adminPages: {
    '/admin': { zh: '概况', en: 'Overview' },
    '/admin/years': { zh: '年度', en: 'Years' },
    '/admin/plan': { zh: '方案和日历', en: 'Plan and calendar' },
    '/admin/contacts': { zh: '联系人', en: 'Contacts' },
    '/admin/failures': { zh: '送达失败', en: 'Failed deliveries' },
    '/admin/people': { zh: '用户和身份', en: 'People and roles' },
    '/admin/audit': { zh: '操作记录', en: 'Trail' },
  },
  health: { zh: '运行情况', en: 'Health' },
  checkedAt: { zh: '检查于', en: 'Checked' },
  checkNow: { zh: '现在检查，看详情', en: 'check now, with details' },
  shownOf: (shown: number, all: number) => ({
    zh: `只列前${shown}条，共${all}条。`,
    en: `The first ${shown} of ${all}.`,
  }),
  lastImport: { zh: '最近导入', en: 'Last import' },
  allEntries: { zh: '全部操作记录', en: 'The whole trail' },
  checks: {
    时钟: { zh: '时钟', en: 'Clocks' },
    待通知: { zh: '待通知', en: 'Outbox' },
    审计链: { zh: '审计链', en: 'Audit chain' },
    方案: { zh: '方案', en: 'Plan' },
    流程: { zh: '流程', en: 'Workflows' },
    节点: { zh: '节点', en: 'Steps' },
    联系人: { zh: '联系人', en: 'Contacts' },
    工作日历: { zh: '工作日历', en: 'Calendar' },
  },
  levels: {
    ok: { zh: '正常', en: 'fine' },
    warning: { zh: '注意', en: 'mind' },
    failed: { zh: '故障', en: 'failed' },
  },
  failuresTitle: { zh: '送达失败', en: 'Failed deliveries' },
  auditTitle: { zh: '操作记录', en: 'Trail' },
} satisfies WordTable;
