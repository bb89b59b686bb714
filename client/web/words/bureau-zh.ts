/** Words of the bureau's own pages: what is to be done, letters, entering reports, history, the overdue. */
import type { Timeliness } from '../../../store/history.ts';
import { DEEDS_ZH } from './deeds-zh.ts';

const TIMELINESSES: Readonly<Record<Timeliness, string>> = {
  'on time': '按时',
  late: '迟报',
  missing: '未报',
  waived: '免报',
  'not due': '未到期',
};

export const BUREAU_ZH = {
  ...DEEDS_ZH,
  // Board
  awaitingScan: '待补扫描件',
  requests: '延期申请',
  accepted: '已审核',
  showAll: '全部状态',
  show: '状态',
  group: '分组',
  allGroups: '全部分组',
  search: '查找',
  searchHint: '单位名称、代码、别名或联络员',
  sort: '排序',
  desk: '科室',
  allDesks: '全部科室',
  noDesk: '未分科室',
  sorts: {
    plan: '方案顺序',
    desk: '按科室',
    name: '名称',
    due: '期限',
    contact: '最近联系',
    state: '状态',
  },
  apply: '筛选',
  clear: '清除筛选',
  found: (found: number, all: number) => `找到 ${found} 个，共 ${all} 个单位`,
  noneFound: '没有符合条件的单位。',
  pageOf: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
  previousPage: '上一页',
  nextPage: '下一页',
  keys: '快捷键：/ 查找，j、k 或上下方向键在单位间移动，Enter 打开。',
  keysOff: '关闭快捷键',
  keysOn: '启用快捷键',
  liveOn: '有变动时自动更新',
  liveOff: '暂停自动更新',
  liveAgain: '恢复自动更新',
  liveUpdated: '本页已更新',
  liveLost: '暂时连接不上，正在重试；内容可能不是最新的。',
  liveSignedOut: '登录已过期，本页不再更新。请重新登录。',
  moreTasksHidden: (number: number) =>
    `还有 ${number} 件没有列出，请办完一些后再看，或用状态筛选。`,
  asksUntil: '申请延至',
  // Overdue
  overdueHint: '只列逾期未报的单位和已经做的催办，不含信息和材料的内容。日期是送出或通话的日子。',
  nobodyOverdue: '目前没有逾期未报的单位。',
  noOpenRound: '目前没有办理中的批次，没有逾期情况。',
  overdueFor: '逾期',
  overdueDays: (days: number, workdays: number) => `${days}天（${workdays}个工作日）`,
  // Versions of the report
  changesSince: (version: number) => `与第${version}版相比`,
  compareWith: (version: number) => `与第${version}版比较`,
  nothingChanged: '各单位的内容和数字都没有变化。',
  addedTexts: '新增',
  changedTexts: '有改动',
  removedTexts: '不再列入',
  changedCounts: '数字变化',
  supplements: '补报',
  supplementsHint: '上报之后收到的材料，保存并列在这里，不在任何一版汇总里。重新开启后计入。',
  // Read-out codes
  readOut: '告知验证码',
  readOutHint:
    '对方收不到邮件或短信时用。先核对来电的人确是登记的联系人，再把验证码念给他；核对的办法写进操作记录。',
  checkedHow: '怎样核对的身份',
  checkedHint: '例如：回拨登记的座机，本人接听。',
  makeCode: '生成验证码',
  codeFor: (address: string, minutes: number) =>
    `念给 ${address} 的验证码，${minutes}分钟内有效，只能用一次：`,
  codeOnce: '只在这一页显示一次；刷新或返回后不再显示。',
  codeShownBefore: '这个验证码已经显示过，不再显示。对方没有记下的，请重新生成。',
  readOutAgain: '再给一个人',
  // Unit
  endorsements: '阅示',
  endorsedBy: (by: string, version: number) => `${by}已阅示第${version}版`,
  files: '文件',
  filePurposes: { attachment: '附件', scan: '签批扫描件', evidence: '凭据' },
  // History
  historyHint:
    '以第一次收到的时间为准；退回后重报不改变这一判断。按时率 = 按时的次数／到期应报的次数，免报和未到期的不算。',
  measuredBy: '判断口径',
  byEffective: '按当时有效的期限（含延期）',
  byOriginal: '按原定期限',
  onTimeRate: '按时率',
  place: '名次',
  timelinesses: TIMELINESSES,
  rankingOn: '开启排名',
  rankingOff: '关闭排名',
  rankingHint: '开启后，经办人员在本页看到各单位的名次；各单位看不到。',
};
