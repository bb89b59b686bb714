import type { WordTable } from '../../shared/word-table.ts';

export const ADMIN_PEOPLE = {
  contactsTitle: { zh: '联系人', en: 'Contacts' },
  accountsHint: {
    zh: '联系人表里的联络员、备用联络员、领导、经办人和科室负责人不用另加；这里加入其他人。',
    en: 'Liaisons, deputies, leaders, officers and chiefs are people by being contacts; here others are added.',
  },
  addAccount: { zh: '加入用户', en: 'Add somebody' },
  accountRole: { zh: '身份', en: 'Role' },
  endAccount: { zh: '停用', en: 'End' },
  ended: { zh: '已停用', en: 'ended' },
  endSessions: { zh: '让其在所有设备退出', en: 'Sign out everywhere' },
  accounts: { zh: '另加的用户', en: 'Accounts' },
  accountAdded: { zh: '加入', en: 'Added' },
  byRoster: { zh: '联系人表里的人', en: 'People named in the roster' },
  people: (number: number) => ({ zh: `${number}人`, en: `${number} people` }),
  devices: (number: number) => ({ zh: `${number}台设备`, en: `${number} devices` }),
  signedInNow: { zh: '现在登录的人', en: 'Who is signed in' },
  signedInSearchHint: { zh: '姓名或单位', en: 'name or unit' },
  nobodyAnyMore: { zh: '已不在登记之列，不能再操作', en: 'named no longer, can do nothing' },
  sessionGone: { zh: '这次登录已经结束。', en: 'That session has ended already.' },
} satisfies WordTable;
