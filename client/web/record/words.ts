import type { WordTable } from '../shared/word-table.ts';

export const RECORD = {
  recordDeed: { zh: '代录', en: 'Enter a report' },
  recordFields: {
    way: { zh: '收到方式', en: 'How it came' },
    receivedOn: { zh: '实际收到日期', en: 'Day it was really received' },
    receivedAt: { zh: '实际收到时间', en: 'Time it was really received' },
    evidence: { zh: '凭据说明', en: 'Evidence' },
    proof: { zh: '凭据文件', en: 'Evidence file' },
    form: { zh: '填好的报送表', en: 'Filled-in form' },
  },
  recordHints: {
    way: { zh: '材料是怎么到的。', en: 'By which way the report reached the bureau.' },
    receivedOn: {
      zh: '是否按期以这一时间为准，不是录入的时间。',
      en: 'On time is judged by this moment, not by when it is entered.',
    },
    receivedAt: { zh: '几点几分，如 16:05。', en: 'For example 16:05.' },
    evidence: {
      zh: '收文号、邮件主题、收件人等，能查到原件即可。',
      en: 'Registration number, subject of the mail, who took it in: whatever leads to the original.',
    },
    proof: {
      zh: '可不传。收文登记截图、邮件或扫描件，不超过20MB。',
      en: 'Optional: a screenshot, mail or scan, up to 20 MB.',
    },
    form: {
      zh: 'Excel 报送表（.xlsx）。填报人、审核人、签发人以表内所填为准。',
      en: 'The Excel form (.xlsx). Who prepared, reviewed and signed is taken from it.',
    },
  },
  arrived: { zh: '来件', en: 'How it came' },
  recordContent: { zh: '来件内容', en: 'What it says' },
  recordedBy: {
    file: { zh: '上传填好的报送表', en: 'Upload the filled-in form' },
    page: { zh: '在本页录入', en: 'Type it in here' },
  },
  recordPageHint: {
    zh: '照来件录入；填报人、审核人、签发人以来件为准。',
    en: 'As it stands in what was received, also who prepared, reviewed and signed it.',
  },
  eitherFileOrPage: {
    zh: '选了“在本页录入”，又选了报送表文件：请不选文件，或改选“上传填好的报送表”，二者只取其一。',
    en: 'You chose “Type it in here” and a file as well: leave the file out, or choose “Upload the filled-in form”.',
  },
  correctFirst: (number: number) => ({
    zh: `有${number}处需要改正，改正后再提交：`,
    en: `${number} things to correct before you send it:`,
  }),
  fieldNoTime: (field: string, typed: string) => ({
    zh: `“${field}”填的“${typed}”不是时间，请按 16:05 的样子填写。`,
    en: `“${typed}” in “${field}” is no time; write it like 16:05.`,
  }),
  receivedInFuture: (day: string, time: string) => ({
    zh: `实际收到的时间晚于现在（${day} ${time}），请核对后填写真实的收到时间。`,
    en: `That is later than now (${day} ${time}); please give the moment it was really received.`,
  }),
  chooseWay: { zh: '请选择', en: 'please choose' },
  chooseFilesAgain: {
    zh: '更正后请重新选择文件，再提交一次。',
    en: 'Correct this, choose the files again and send the form once more.',
  },
  blankForm: {
    zh: '下载该单位的 Excel 报送表（已带入最近一次填报的内容）',
    en: 'Download the unit’s Excel form (with what it reported last)',
  },
  proofRefused: {
    'too many': {
      zh: '该单位本期的文件已满30个，凭据没有存。请先不传凭据，只写凭据说明。',
      en: 'This unit has 30 files already; the evidence was not kept. Describe it in words.',
    },
    'too large': {
      zh: '该单位本期的文件合计超过100MB，凭据没有存。请压缩后再传，或只写凭据说明。',
      en: 'This unit’s files exceed 100 MB; the evidence was not kept. Make it smaller, or describe it in words.',
    },
  },
} satisfies WordTable;
