/** Words of the Excel form that its writer (form-xlsx.ts) and its reader (report-file/xlsx.ts) share. */
export const HEAD = {
  no: '序号',
  content: '工作内容',
  status: '状态',
  progress: '进展情况（300字以内）',
  problems: '存在问题（100字以内，可不填）',
  nextSteps: '下一步安排（100字以内，可不填）',
  kind: '填报要求',
} as const;

/** The table of figures. Its column A has 第52项, which tells its rows from those of the items. */
export const FIGURE_HEAD = {
  item: '事项',
  name: '数据名称（30字以内）',
  value: '数值',
  unit: '单位',
  last: '上期（供参考）',
} as const;
export const figureItem = (no: number): string => `第${no}项`;
export const FIGURE_ITEM = /^(?:第\s*)?(\d+)\s*项?$/;

/** Labels in column A below the items; the values are in column C. */
export const LABEL = {
  nil: '零报告（是／否）',
  preparedBy: '填报人',
  phone: '联系电话',
  reviewedBy: '审核人',
  signedBy: '签发人（分管领导）',
  declaration: '声明（是／否）',
} as const;

export const remarkLabel = (isTown: boolean): string =>
  isTown ? '总体情况（1000字以内）／零报告原因' : '其他情况（可不填）／零报告原因';
export const REMARK = /零报告原因$/;

export const UNIT = '单位代码';
export const PERIOD = '报送期';
