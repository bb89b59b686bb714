import type { WordTable } from '../shared/word-table.ts';

export const MESSAGES = {
  plannedAt: { zh: '计划', en: 'planned' },
  inSandbox: { zh: '在沙箱中看', en: 'in the sandbox' },
  channel: { zh: '方式', en: 'Channel' },
  person: { zh: '收件人', en: 'To' },
  sentAt: { zh: '发出', en: 'Sent' },
  subject: { zh: '主题或内容', en: 'Subject or text' },
  all: { zh: '全部', en: 'all' },
  newer: { zh: '较新', en: 'Newer' },
  older: { zh: '较早', en: 'Older' },
  noMessages: { zh: '还没有发出任何信息。', en: 'Nothing has been sent yet.' },
  attempts: { zh: '尝试次数', en: 'Attempts' },
  parts: { zh: '短信条数', en: 'SMS parts' },
  characters: { zh: '字', en: 'characters' },
  about: { zh: '涉及单位', en: 'Units' },
  text: { zh: '正文', en: 'Text' },
  messages: { zh: '信息', en: 'Messages' },
} satisfies WordTable;
