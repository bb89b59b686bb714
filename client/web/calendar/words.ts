import type { WordTable } from '../shared/word-table.ts';

export const CALENDAR = {
  holiday: { zh: '放假', en: 'holiday' },
  makeUp: { zh: '调休上班', en: 'make-up working day' },
  unpublished: { zh: '未公布，按周末推算', en: 'not published, computed from weekends' },
  weekdays: {
    zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
    en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  },
  events: { zh: '当月安排', en: 'This month' },
  dates: {
    opens: { zh: '开启', en: 'opens' },
    nominal: { zh: '报送截止', en: 'due' },
    effective: { zh: '顺延后截止', en: 'due (judged)' },
    calls: { zh: '电话名单', en: 'call list' },
    draft: { zh: '汇总初稿', en: 'first draft' },
    compile: { zh: '汇总上报', en: 'report due' },
  },
  otherYear: { zh: '其他年份', en: 'Other years' },
  feeds: { zh: '日历订阅', en: 'Calendar feeds' },
  feedsHint: {
    zh: '把地址加到手机或电脑的日历里，截止日会自动出现，延期后自动更新。知道地址的人不用登录就能看到日期，请勿转发；泄露了就作废再生成。',
    en: 'Add the address to the calendar of your phone or computer: due dates appear there and follow an extension. Whoever knows the address sees the dates without signing in, so do not pass it on; revoke it and make a new one if it got out.',
  },
  noFeeds: { zh: '还没有生成过订阅地址。', en: 'No address has been made yet.' },
  feedMadeAt: { zh: '生成于', en: 'Made' },
  revokeFeed: { zh: '作废', en: 'Revoke' },
  makeFeed: (owner: string) => ({
    zh: `为${owner}生成新的订阅地址`,
    en: `Make a new address for ${owner}`,
  }),
  feedMade: { zh: '订阅地址已生成', en: 'The address is made' },
  feedMadeHint: {
    zh: '请现在复制：地址只显示这一次，以后只能作废、重新生成。',
    en: 'Copy it now: it is shown this once. Later it can only be revoked and made anew.',
  },
  calendar: { zh: '日历', en: 'Calendar' },
  legend: { zh: '图例', en: 'Legend' },
} satisfies WordTable;
