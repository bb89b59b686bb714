import type { WordTable } from '../../shared/word-table.ts';

export const ADMIN_YEARS = {
  yearPhases: {
    started: { zh: '已启动', en: 'started' },
    cancelled: { zh: '已撤销', en: 'cancelled' },
  },
  noYears: { zh: '还没有启动过年度。', en: 'No year has been started.' },
  toStart: { zh: '可以启动的年度', en: 'Years that can be started' },
  startedAt: { zh: '启动于', en: 'Started' },
  cancelHint: {
    zh: '撤销后不再发出信息、不再接收报送；已上报的批次不受影响，误撤的可以再启动。',
    en: 'Nothing is sent or taken in any more; rounds signed off stay as they are. A year cancelled by mistake can be started again.',
  },
  smsParts: (parts: number) => ({ zh: `计费${parts}条`, en: `${parts} parts` }),
  heldUntilReleased: { zh: '备好后待审发', en: 'held until released' },
  refusedSms: (why: string) => ({
    zh: `短信服务商会拒发：${why}。`,
    en: `The SMS provider would refuse: ${why}.`,
  }),
  noRobot: { zh: '没有设置群机器人，不发', en: 'not said, no robot is set' },
  previewYear: (year: number) => ({ zh: `预告并启动${year}年度`, en: `Preview and start ${year}` }),
  previewTitle: (year: number) => ({ zh: `${year}年度预告`, en: `Preview of ${year}` }),
  previewHint: {
    zh: '假定无人报送、逐条送达：实际只会更少。已报的单位不再收到后面的各条。函和督办单备好后须人工审发。',
    en: 'Supposes that nobody reports and every message arrives: it can only be less. Who has reported gets nothing more. Letters and slips are held until somebody lets them go.',
  },
  previewTotal: (messages: number, sms: number, parts: number) => ({
    zh: `共${messages}条，其中短信${sms}条、计费${parts}条。`,
    en: `${messages} messages, ${sms} of them SMS in ${parts} parts.`,
  }),
  previewProblems: { zh: '启动前须知', en: 'Before you start' },
  unreachableUnits: (names: string) => ({
    zh: `什么都送不到的单位：${names}。联络员和备用联络员都没有邮箱和手机，或都被退回；请先补全联系人。`,
    en: `Units that nothing can reach, for want of an address: ${names}. Complete their contacts first.`,
  }),
  unpublishedYear: (year: number) => ({
    zh: `${year}年的放假安排尚未公布，日期按周末推算，公布后导入日历即自动调整。`,
    en: `The holidays of ${year} have not been published; dates follow weekends and move by themselves once the calendar is imported.`,
  }),
  nothingToWarn: { zh: '没有发现问题。', en: 'Nothing to mind.' },
  messagesOf: (number: number) => ({ zh: `${number}条`, en: `${number} messages` }),
  startYear: (year: number) => ({ zh: `启动${year}年度`, en: `Start ${year}` }),
  startHint: {
    zh: '启动后按下面的日期自动开启批次、发出信息。误启动的可以撤销。',
    en: 'Rounds then open and messages leave on the dates below by themselves. A year started by mistake can be cancelled.',
  },
  cancelYear: { zh: '撤销年度', en: 'Cancel the year' },
  knowUnreachable: {
    zh: '知道这些单位送不到，仍然启动',
    en: 'I know that nothing reaches these units; start all the same',
  },
} satisfies WordTable;
