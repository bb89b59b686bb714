import { STEP } from '../../../domain/field-words.ts';
import { inBoth, type WordTable } from '../shared/word-table.ts';

export const UNIT = {
  stepStates: inBoth(STEP, {
    planned: 'planned',
    performed: 'performed',
    skipped: 'skipped',
    cancelled: 'cancelled',
  }),
  newestReceived: { zh: '最近收到', en: 'Last received' },
  lateByOriginal: { zh: '按原期限为迟报', en: 'late by the original date' },
  confirmedAt: { zh: '签收', en: 'Receipt of notice' },
  promisedOn: { zh: '承诺日期', en: 'Promised for' },
  waivedReason: { zh: '免报理由', en: 'Waived because' },
  contacts: { zh: '联系人', en: 'Contacts' },
  owedItems: { zh: '应报事项', en: 'Items owed' },
  timeline: { zh: '经过与计划', en: 'What happened and what is planned' },
  now: { zh: '现在', en: 'now' },
  movedFrom: { zh: '原定', en: 'moved from' },
  cycle: { zh: '第', en: 'count ' },
  cycleEnd: { zh: '轮', en: '' },
  showText: { zh: '看正文', en: 'Text' },
  refused: { zh: '未受理', en: 'refused' },
  byWhom: { zh: '操作人', en: 'by' },
  submissions: { zh: '报送内容', en: 'What was handed in' },
  nothingSubmitted: { zh: '尚未收到材料。', en: 'Nothing has come yet.' },
  showVersion: { zh: '单独查看', en: 'By itself' },
  myRequest: { zh: '我的延期申请', en: 'My wish for a later date' },
  requestAnswers: {
    open: { zh: '待批复', en: 'not answered yet' },
    granted: { zh: '已同意', en: 'granted' },
    refused: { zh: '未同意', en: 'refused' },
    superseded: { zh: '已失效', en: 'not valid any more' },
  },
  endorsedBy: (by: string, version: number) => ({
    zh: `${by}已阅示第${version}版`,
    en: `${by} endorsed version ${version}`,
  }),
  files: { zh: '文件', en: 'Files' },
  deedsTitle: { zh: '可以办理', en: 'What can be done' },
  bouncedUnit: (people: string) => ({
    zh: `发给${people}的邮件被退回。请核实邮箱：有误的请更改联系人，无误的请清除退信标记。`,
    en: `Mail to ${people} came back. Check the address: correct the contact, or clear the mark if the address is right.`,
  }),
} satisfies WordTable;
