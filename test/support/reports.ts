/** Reports that are valid for whoever hands them in. */
import type { Report } from '../../domain/obligation/submission.ts';

export const nilReport: Report = {
  nil: true,
  items: [],
  remark: '本期没有可报告的进展。',
  preparedBy: '经办人',
  phone: '0760-00000002',
  reviewedBy: '',
  signedBy: '签发人',
  declaration: true,
};
