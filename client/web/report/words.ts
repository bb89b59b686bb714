import type { WordTable } from '../shared/word-table.ts';

export const REPORT = {
  optionalItems: { zh: '选填事项', en: 'Optional items' },
  optionalHint: {
    zh: '可填不涉及、无新进展或具体内容，也可不填。',
    en: 'May be answered with a text, 不涉及 or 无新进展, or left out.',
  },
  nil: { zh: '零报告', en: 'nil report' },
  remark: { zh: '总体情况／说明', en: 'Overall / remark' },
  problems: { zh: '问题', en: 'Problems' },
  nextSteps: { zh: '下一步', en: 'Next steps' },
  signedBy: { zh: '签发人', en: 'Signed by' },
  reportTitle: { zh: '填报', en: 'Report' },
  formHint: {
    zh: '每项300字以内，无进展的说明原因即可。内容边填边存，可以随时离开、换人接着填。',
    en: 'Up to 300 characters an item; where nothing has moved, the reason will do. What you type is kept as you go; somebody else can go on with it.',
  },
  startedFrom: {
    draft: (when: string, by: string) => ({
      zh: `已恢复草稿（${when} ${by}保存）。`,
      en: `Your draft is back (saved ${when} by ${by}).`,
    }),
    'newest version': {
      zh: '已带入本期最近一次报送的内容，改动后重新报送即成为新的一版。',
      en: 'This is what you handed in last for this period; handing it in again makes a new version.',
    },
    'last period': {
      zh: '已带入上一期的内容，请逐项核对、更新。',
      en: 'This is what was handed in for the last period; check and renew every item.',
    },
    nothing: { zh: '', en: '' },
  },
  dueLine: { zh: '报送期限', en: 'Due' },
  requiredItems: { zh: '应报事项', en: 'Items to report on' },
  itemHeading: (no: number) => ({ zh: `第${no}项`, en: `Item ${no}` }),
  itemStatus: { zh: '状态', en: 'Status' },
  chooseStatus: { zh: '请选择', en: 'Choose' },
  itemProgress: { zh: '进展情况', en: 'Progress' },
  itemProblems: { zh: '存在问题（可不填）', en: 'Problems (optional)' },
  figure: { zh: '数据', en: 'Figure ' },
  figureParts: {
    name: { zh: '数据名称（可不填）', en: 'Figure (optional)' },
    value: { zh: '数值', en: 'Value' },
    unit: { zh: '单位', en: 'Unit' },
  },
  figuresHint: (january: boolean) => ({
    zh: `数据${january ? '填12月末的数或全年累计数' : '填6月末的数或1—6月的数'}，只填数字，单位另填；上期报过、本期没有的，数值留空即可。`,
    en: `Figures: ${january ? 'as at the end of December, or of the whole year' : 'as at the end of June, or from January to June'}; digits only, the unit in its own box. What was reported last period and is not known now may stay without a value.`,
  }),
  lastFigure: (amount: string) => ({ zh: `上期 ${amount}`, en: `last period ${amount}` }),
  moreFigures: { zh: '增加一行数据', en: 'Add a figure' },
  mainFigures: { zh: '主要数据', en: 'Figures' },
  itemNextSteps: { zh: '下一步安排（可不填）', en: 'Next steps (optional)' },
  lastText: { zh: '上期所报', en: 'Last period' },
  reused: { zh: '沿用上期，请核对', en: 'As in the last period; check it' },
  noChange: { zh: '无变化，沿用上期内容', en: 'No change: take over what was handed in' },
  sheet: { zh: '单项表（打印、转科室填写）', en: 'Sheet of this item (to print and pass on)' },
  nilChoice: { zh: '本期零报告（没有须报的进展）', en: 'Nil report: nothing to report this time' },
  remarkOfTown: {
    zh: '总体情况（本镇区落实方案的总体情况，可不填）',
    en: 'Overall situation of the plan in this town (optional)',
  },
  remarkOfUnit: {
    zh: '总体情况或零报告原因',
    en: 'Overall situation, or the reason of a nil report',
  },
  signatories: { zh: '填报与签发', en: 'Prepared and signed by' },
  peopleFields: {
    preparedBy: { zh: '填报人', en: 'Prepared by' },
    phone: { zh: '联系电话', en: 'Phone' },
    reviewedBy: { zh: '审核人（可不填）', en: 'Reviewed by (optional)' },
    signedBy: { zh: '签发人（分管领导）', en: 'Signed by (leader in charge)' },
  },
  declaration: {
    zh: '我已核对：填报内容和附件不含国家秘密、工作秘密和个人信息。',
    en: 'I have checked: texts and files hold no state secrets, no work secrets and no personal data.',
  },
  upTo: (most: number) => ({ zh: `最多${most}字`, en: `up to ${most} characters` }),
  filesTitle: { zh: '附件', en: 'Attachments' },
  filesHint: {
    zh: 'PDF、Word（.docx）、Excel（.xlsx）、PNG、JPG，每个不超过20MB。签批页扫描件可在报送后3个工作日内补传。',
    en: 'PDF, Word (.docx), Excel (.xlsx), PNG, JPG, up to 20 MB each. The scan of the signed page may follow within 3 working days.',
  },
  chooseFile: { zh: '选择文件', en: 'Choose a file' },
  isScan: { zh: '这是签批页扫描件', en: 'This is the scan of the signed page' },
  uploadFile: { zh: '上传', en: 'Upload' },
  removeFile: { zh: '移除', en: 'Remove' },
  noFileChosen: {
    zh: '没有选择文件，请先选择再上传。',
    en: 'No file was chosen. Choose one, then upload.',
  },
  fileRefused: {
    'too many': {
      zh: '本期的文件已满30个，没有存。请移除不需要的，或合并后再传。',
      en: 'There are 30 files already; this one was not kept. Remove some, or merge them.',
    },
    'too large': {
      zh: '本期的文件合计超过100MB，没有存。请压缩后再传。',
      en: 'All files together would exceed 100 MB; this one was not kept. Make it smaller.',
    },
  },
  boundTo: (version: number) => ({ zh: `随第${version}版报送`, en: `with version ${version}` }),
  readBack: { zh: '用填好的 Excel 报送表填入', en: 'Fill in from an Excel form' },
  readBackHint: {
    zh: '选择填好的报送表（.xlsx），点“填入”后在本页核对，再报送；不会直接提交。',
    en: 'Choose the filled form (.xlsx), then “Fill in”; check it here and hand in. Nothing is handed in by itself.',
  },
  readBackButton: { zh: '填入', en: 'Fill in' },
  readBackDone: {
    zh: '已填入报送表的内容，请核对后报送。',
    en: 'The form has been filled in; check it, then hand in.',
  },
  downloadForm: { zh: '下载本单位的报送表', en: "Download your unit's form" },
  saveDraft: { zh: '保存草稿', en: 'Save draft' },
  handIn: { zh: '报送', en: 'Hand in' },
  draftSaved: { zh: '草稿已保存', en: 'Draft saved' },
  draftSaving: { zh: '正在保存…', en: 'Saving…' },
  draftFailed: {
    zh: '没有保存成功，正在重试；内容还在本页，请不要关闭。',
    en: 'Not saved yet, trying again. What you typed is on this page; do not close it.',
  },
  draftSignedOut: {
    zh: '登录已过期。内容还在本页：请在新窗口登录，本页会自动接着保存。',
    en: 'Your sign-in has expired. What you typed is on this page: sign in in a new window, and saving goes on by itself.',
  },
  draftConflict: (by: string, when: string) => ({
    zh: `${by}在${when}从别处保存了这份草稿。您的内容还在本页，没有存上去。`,
    en: `${by} saved this draft from elsewhere at ${when}. What you typed is on this page and has not been saved.`,
  }),
  draftGone: {
    zh: '这份草稿在别处已经报送。您的内容还在本页，没有存上去。',
    en: 'This draft has been handed in elsewhere. What you typed is on this page and has not been saved.',
  },
  seeOther: { zh: '在新窗口看已保存的内容', en: 'See what is saved, in a new window' },
  overwrite: {
    zh: '再点“保存草稿”或“报送”即以本页的内容为准。',
    en: 'Choose “Save draft” or “Hand in” again to let this page win.',
  },
  handInAgain: {
    zh: '再点“报送”即作为新的一版。',
    en: 'Choose “Hand in” again to make it a new version.',
  },
  overwriteButton: { zh: '用我的覆盖', en: 'Let mine win' },
  spareLeft: {
    zh: '这台电脑上还留有一份没有存上的内容。',
    en: 'This computer still holds something that could not be saved.',
  },
  takeSpare: { zh: '用那份内容', en: 'Use it' },
  dropSpare: { zh: '丢弃', en: 'Discard it' },
  problemsTitle: (number: number) => ({
    zh: `有${number}处需要改正，改正后再报送：`,
    en: `${number} things to correct before handing in:`,
  }),
  reportRefused: { zh: '没有受理', en: 'Not taken' },
  closedForForm: { zh: '本批次现在不能报送。', en: 'This round takes no reports at present.' },
  acceptedForForm: {
    zh: '材料已审核通过。如需修改，请联系汇总单位先退回。',
    en: 'The report has been accepted. To change it, ask the bureau to return it first.',
  },
  afterSignOff: {
    zh: '本批次已上报。现在报送的作为补报保存，不计入已上报的汇总。',
    en: 'The round has been signed off. What is handed in now is kept as a supplement and is not in the compiled report.',
  },
  signaturePage: { zh: '签批页', en: 'Page to sign' },
  signatureHint: {
    zh: '打印后由审核人、签发人签字，盖章后扫描，可在报送后补传。',
    en: 'Print, sign, stamp and scan it; the scan may follow after handing in.',
  },
  whyReturned: { zh: '退回原因', en: 'Why it was returned' },
  filePurposes: {
    attachment: { zh: '附件', en: 'attachment' },
    scan: { zh: '签批扫描件', en: 'signed scan' },
    evidence: { zh: '凭据', en: 'evidence' },
  },
  itemNo: (no: number) => ({ zh: `第${no}项`, en: `Item ${no}` }),
} satisfies WordTable;
