/** Valid reports. */
import type { ItemReport, Report } from '../../../domain/obligation/submission.ts';

/** Signed and declared, without any item: what a test's own report starts from. */
export const signedReport: Report = {
  nil: false,
  items: [],
  remark: '',
  preparedBy: '张三',
  phone: '0760-00000002',
  reviewedBy: '王五',
  signedBy: '李四',
  declaration: true,
};

export const nilReport: Report = { ...signedReport, nil: true, remark: '本期没有可报告的进展。' };

/** The texts of an item as its unit wrote them. Each says where it belongs: 〔code 第9项 进展〕. */
export function writtenRow(code: string, no: number, optional = false): ItemReport {
  const text = (part: string) => `〔${code} 第${no}项 ${part}〕`;
  if (optional && no % 2 === 0) {
    return { no, status: '不涉及', progress: '', problems: '', nextSteps: '' };
  }
  const status = no % 7 === 0 ? '滞后' : '按序时推进';
  return {
    no,
    status,
    progress: `${text('进展')}上半年完成情况良好，6月末余额12.3亿元，同比增长8%。`,
    problems: no % 3 === 0 ? text('问题') : '',
    nextSteps: no % 2 === 1 ? text('下一步') : '',
    ...(no % 9 === 0 && { figures: [{ name: text('数据'), value: '-12.30', unit: '亿元' }] }),
  };
}

/** A report of 小榄镇, with one of the items that are optional for a town. */
export const townReport: Report = {
  ...signedReport,
  items: [52, 53, 15].map((no) => writtenRow('xiaolan', no)),
  remark: '领导小组已成立。\n按季调度。',
};
