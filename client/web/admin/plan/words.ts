import type { WordTable } from '../../shared/word-table.ts';

export const ADMIN_PLAN = {
  inForce: { zh: '现行方案', en: 'Plan in force' },
  planVersion: (version: number, hash: string) => ({
    zh: `第${version}版（${hash.slice(0, 12)}）`,
    en: `version ${version} (${hash.slice(0, 12)})`,
  }),
  importTitle: { zh: '导入方案和日历', en: 'Import plan and calendar' },
  importPlanTitle: { zh: '方案和联系人', en: 'Plan and contacts' },
  importHint: {
    zh: '选择方案文件夹里的四个文件。先检查、显示变化，确认后才导入；有问题时什么都不改。没有写的联系人即被删去。',
    en: 'Choose the four files of the plan folder. They are checked and the changes shown; nothing is imported before you confirm, or when something is wrong. Contacts that are not in the file are removed.',
  },
  textFiles: {
    zh: 'texts 文件夹里的文本模板（可多选）',
    en: 'Text templates of the folder texts (several)',
  },
  textFilesHint: {
    zh: '没有选上的文本即用随程序提供的。怎样改一句话，见 docs/texts.md。',
    en: 'For those not chosen the shipped ones are used. How to change a sentence: docs/texts.md.',
  },
  importCalendarTitle: { zh: '工作日历', en: 'Working-day calendar' },
  calendarHint: {
    zh: '国务院公布新一年放假安排后导入。文件要包含所有在用的年份，不只是新的一年。',
    en: 'To be imported when the holidays of a new year are published. The file holds every year in use, not only the new one.',
  },
  calendarInForce: { zh: '现行工作日历', en: 'Calendar in force' },
  pastImports: { zh: '以前的导入', en: 'Earlier imports' },
  checkShipped: { zh: '检查随附的日历', en: 'Check the calendar that is shipped' },
  importFollows: {
    zh: '导入后，正在进行的批次按新的方案和日历重新安排日期；已发出的不受影响。',
    en: 'Rounds under way are planned anew by the new plan and calendar; what was sent stays as it is.',
  },
  changeParts: {
    plan: { zh: '方案', en: 'Plan' },
    settings: { zh: '设置和策略', en: 'Settings and policy' },
    text: { zh: '文本模板', en: 'Text templates' },
    item: { zh: '工作事项', en: 'Work items' },
    unit: { zh: '单位', en: 'Units' },
    contact: { zh: '联系人', en: 'Contacts' },
    calendar: { zh: '工作日历', en: 'Working-day calendar' },
  },
  nothingChosen: { zh: '没有选择文件，请先选择。', en: 'No file was chosen; please choose one.' },
  fileTooLarge: (most: number) => ({
    zh: `文件超过${most} MB，请核对是否选错了文件。`,
    en: `The file is larger than ${most} MB; is it the right one?`,
  }),
  uploadOwnPlan: { zh: '请核对 plan.yaml 里的 id。', en: 'Check the id in plan.yaml.' },
  checkFiles: { zh: '检查并显示变化', en: 'Check and show changes' },
  importProblems: (number: number) => ({
    zh: `有${number}处问题，没有导入：`,
    en: `${number} problems, nothing was imported:`,
  }),
  problemColumns: {
    file: { zh: '文件', en: 'File' },
    line: { zh: '位置', en: 'Place' },
    value: { zh: '内容', en: 'Value' },
    message: { zh: '问题', en: 'Problem' },
    remedy: { zh: '办法', en: 'Remedy' },
  },
  importChanges: (number: number) => ({
    zh: `将有${number}处变化：`,
    en: `${number} things will change:`,
  }),
  noChanges: {
    zh: '与现行的方案、联系人和日历相同，无须导入。',
    en: 'The same as the plan, contacts and calendar in force; nothing to import.',
  },
  confirmImport: { zh: '确认导入', en: 'Import' },
  importMoved: {
    zh: '传回的内容与检查过的不一致，没有导入。请核对下面的变化后再确认。',
    en: 'What came back is not what was checked; nothing was imported. Look at the changes below and confirm again.',
  },
  calendarFile: { zh: '工作日历文件（JSON）', en: 'Calendar file (JSON)' },
  anotherPlan: (is: string, own: string) => ({
    zh: `上传的是方案“${is}”，本系统服务的是“${own}”。请上传 id 为“${own}”的方案。`,
    en: `This is plan “${is}”; this installation serves “${own}”. Upload the plan with the id “${own}”.`,
  }),
} satisfies WordTable;
