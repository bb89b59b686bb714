import type { Entry, WordTable } from '../shared/word-table.ts';
import type { BureauDeed, RoundDeed } from './offers.ts';

export const ACTS = {
  fields: {
    reason: { zh: '原因', en: 'Reason' },
    until: { zh: '新期限', en: 'New date' },
    version: { zh: '版本', en: 'Version' },
    who: { zh: '与谁通话', en: 'Spoken with' },
    answer: {
      zh: '对方答复（没有接通的留空）',
      en: 'What they said (leave empty when nobody picked up)',
    },
    promisedOn: { zh: '承诺的报送日期（没有的留空）', en: 'Date promised (leave empty when none)' },
    text: { zh: '内容', en: 'Text' },
    delivery: { zh: '所指投递', en: 'Delivery' },
    to: { zh: '新截止日', en: 'New due date' },
  },
  roundActs: {
    cancel: { zh: '撤销批次', en: 'Cancel the round' },
    'move-date': { zh: '调整截止日', en: 'Move the due date' },
    compile: { zh: '现在汇总', en: 'Compile now' },
    'sign-off': { zh: '上报', en: 'Sign off' },
    reopen: { zh: '重新开启', en: 'Reopen' },
    pause: { zh: '暂停发送', en: 'Pause sending' },
    resume: { zh: '恢复发送', en: 'Resume sending' },
  },
  confirmAct: { zh: '确认', en: 'Confirm' },
  backFromAct: { zh: '返回，不做改动', en: 'Back, change nothing' },
  required: { zh: '必填', en: 'required' },
  changedMeanwhile: {
    zh: '在您打开本页之后，别人做了下列操作。请核对后再确认：',
    en: 'Since you opened this page others have done the following. Check, then confirm:',
  },
  follows: {
    accept: {
      zh: '审核通过后单位不能再修改；需要改动的，仍可退回。',
      en: 'The unit can change nothing any more; you can still return the report.',
    },
    return: {
      zh: '单位会收到退回通知和补充期限；首次报送是否按期的记录不变。',
      en: 'The unit is told what is missing and by when; whether it reported on time stays as it is.',
    },
    extend: {
      zh: '单位会收到新期限的通知；此前没发出的提醒作废，按新期限重新安排。单位的延期申请同时答复为同意。',
      en: 'The unit is told the new date; reminders not yet sent are dropped and planned anew. A request of the unit is answered as granted.',
    },
    'refuse-extension': {
      zh: '期限不变；原因和期限在下一个发送时段以邮件、短信告知联络员，单位的页面上也看得到。',
      en: 'The date stays; the liaison is told the reason and the date by e-mail and SMS in the next send window, and sees them on the unit’s page.',
    },
    'withdraw-extension': {
      zh: '期限恢复为延期前的日期，但不早于下一个工作日；单位会收到通知。',
      en: 'The date before the extension is restored, but never before the next working day; the unit is told.',
    },
    waive: {
      zh: '本期不再提醒该单位；计入免报，原因写进汇总报告。单位之后报来材料的，免报自动取消。',
      en: 'The unit is not reminded any more; it counts as waived, and the reason stands in the report. A report that comes all the same ends the waiver.',
    },
    call: {
      zh: '记下这次通话。对方承诺了日期的，到那一天以前不发下一步催报。',
      en: 'The call is kept. When a date was promised, the next step waits until then.',
    },
    note: { zh: '备注写进操作记录，只给本局看。', en: 'Kept in the trail, for the bureau only.' },
    remind: {
      zh: '按现在的情况提醒一次；此前已报送的，不会再发。',
      en: 'One reminder as things stand; not sent when the unit has reported before.',
    },
    release: {
      zh: '审发后在下一个发送时段发出，不能收回。',
      en: 'Goes out in the next send window and cannot be called back.',
    },
    dismiss: {
      zh: '这份文稿不再发出；原因写进操作记录。',
      en: 'This document is not sent; the reason is kept in the trail.',
    },
    'edit-held': {
      zh: '改动写进操作记录；审发的是改动后的文稿。',
      en: 'The change is kept in the trail; what is released is the changed document.',
    },
    resend: {
      zh: '按对方现在登记的地址重发这一条，在下一个发送时段发出；函则重新备稿，待审发。',
      en: 'Sent once more, to the address as it is now, in the next send window; a letter is prepared anew and held.',
    },
    'add-scan': {
      zh: '扫描件补在已报的材料上，不改变收到时间和状态。',
      en: 'Added to what was handed in; neither time nor state changes.',
    },
    compile: {
      zh: '按现在的情况生成新的一版，一般一分钟内完成。',
      en: 'Makes a new version of how things stand, usually within a minute.',
    },
    'sign-off': {
      zh: '上报后本批次封存：不再催报，之后收到的作为补报保存，不计入本次汇总。要改动的，须重新开启。',
      en: 'The round is frozen: nobody is reminded, and what still comes is kept as a supplement outside this report. To change anything, reopen it.',
    },
    'move-date': {
      zh: '未报单位的期限、提醒和汇总日随之调整；单独批准的更晚期限不会缩短。',
      en: 'Dates, reminders and the compile date move with it; a later date granted to a unit is never shortened.',
    },
    pause: {
      zh: '不再发出任何信息；报送照常接收。恢复后只补发最近一个节点。',
      en: 'Nothing is sent; reports are still taken in. After that only the newest step is made up for.',
    },
    resume: {
      zh: '恢复发送；暂停期间错过的，只补发最近一个节点。',
      en: 'Sending goes on; of what was missed only the newest step is made up for.',
    },
    reopen: {
      zh: '恢复为办理中；补报计入报送，并生成新的一版汇总。',
      en: 'The round is worked on again; supplements count, and a new version is made.',
    },
    cancel: {
      zh: '不再发送信息，不再接收报送；已有的记录保留。误撤的，须重新启动该年度。',
      en: 'Nothing is sent or taken in any more; the record is kept. To undo it the year has to be started again.',
    },
  } satisfies Readonly<Record<BureauDeed | RoundDeed, Entry>>,
  whatFollows: { zh: '办理之后', en: 'What follows' },
  beforeYouDo: { zh: '办理前请核对', en: 'Please check first' },
  grant: { zh: '同意延期', en: 'Grant' },
  present: { zh: '现在', en: 'Now' },
  newestVersion: { zh: '最新材料', en: 'Newest report' },
  readText: { zh: '看内容', en: 'Read it' },
  olderVersion: (version: string) => ({
    zh: `您要办的是第${version}版，已经不是最新的一版。`,
    en: `This is about version ${version}, which is not the newest any more.`,
  }),
  nextWorkdays: { zh: '接下来的工作日', en: 'Next working days' },
  wouldBe: (day: string, judged: string) => ({
    zh: `${day}不是工作日，是否迟报顺延到${judged}判断。`,
    en: `${day} is no working day; lateness is judged by ${judged}.`,
  }),
  isWorkday: (day: string) => ({ zh: `${day}是工作日。`, en: `${day} is a working day.` }),
  askedUntil: { zh: '单位申请', en: 'The unit asks' },
  askedFor: (until: string, reason: string, by: string) => ({
    zh: `延至${until}：${reason}（${by}）`,
    en: `for ${until}: ${reason} (${by})`,
  }),
  goesTo: { zh: '发给', en: 'To' },
  goesWhen: { zh: '发出时间', en: 'Goes out' },
  fromNowOn: (moment: string) => ({
    zh: `${moment} 起的发送时段`,
    en: `in the send window from ${moment}`,
  }),
  willSay: { zh: '将发出的内容', en: 'What it will say' },
  noAddress: { zh: '没有登记，发不出去', en: 'not known, nothing can be sent' },
  ofDelivery: { zh: '所指信息', en: 'Message' },
  toCall: { zh: '电话', en: 'Telephone' },
  pausedNow: {
    zh: '现在已暂停发送，恢复后才会发出。',
    en: 'Sending is paused just now; it goes out once sending goes on.',
  },
  signOffVersion: { zh: '上报的版本', en: 'Version to sign off' },
  stillMissing: { zh: '仍未报送', en: 'still missing' },
  staleNow: {
    zh: '这一版已过时，其后又有变动；新版生成后再上报。',
    en: 'This version is stale; wait for the next one.',
  },
  freshNow: { zh: '这一版是最新的。', en: 'This version is up to date.' },
  presentDue: { zh: '现在的截止日', en: 'Present due date' },
  compileDay: { zh: '汇总上报日', en: 'Report due' },
} satisfies WordTable;
