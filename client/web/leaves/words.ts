import type { WordTable } from '../shared/word-table.ts';

export const LEAVES = {
  leave: { zh: '休假', en: 'Leave' },
  leaveOf: { zh: '登记休假', en: 'enter leave' },
  myLeave: { zh: '我要休假', en: 'I shall be on leave' },
  noLeave: { zh: '现在和以后没有登记休假。', en: 'No leave entered for now or later.' },
  setLeave: { zh: '登记休假', en: 'Enter leave' },
  leaveFrom: { zh: '第一天', en: 'First day' },
  leaveUntil: { zh: '最后一天', en: 'Last day' },
  substituteBy: { zh: '谁来代', en: 'Who stands in' },
  byDeputy: { zh: '备用联络员', en: 'the deputy liaison' },
  byPerson: { zh: '另一位（填在下面）', en: 'another person (below)' },
  substituteName: { zh: '代办人姓名', en: 'Name of the substitute' },
  theDeputy: { zh: '备用联络员', en: 'the deputy liaison' },
  leaveFollows: {
    zh: '这几天发给本人的信息改发给代办人，并写明代谁；期满自动恢复。邮箱和手机至少填一项。',
    en: 'On these days messages go to the substitute and say for whom; afterwards to the person again. Give an e-mail address, a mobile or both.',
  },
  leaveFollowsLiaison: {
    zh: '这几天发给本人的信息改发给代办人，并写明代谁；期满自动恢复。代办人可以用登记的邮箱或手机号登录报送。由备用联络员代的，下面不用填。',
    en: 'On these days messages go to the substitute and say for whom; afterwards to the person again. The substitute can sign in with the address given and report. Leave the rest empty when the deputy stands in.',
  },
  keepLeave: { zh: '登记', en: 'Enter' },
  endLeave: { zh: '取消或提前销假', en: 'Take back or end' },
  leaveSpan: (from: string, until: string) => ({
    zh: `${from}至${until}`,
    en: `${from} to ${until}`,
  }),
  standInIs: (name: string) => ({ zh: `由${name}代`, en: `${name} stands in` }),
  awayUntil: (until: string, name: string) => ({
    zh: `休假至${until}，由${name}代`,
    en: `on leave until ${until}, ${name} stands in`,
  }),
} satisfies WordTable;
