import type { WordTable } from '../shared/word-table.ts';

export const CONTACT_CHECKS = {
  contactCheck: { zh: '核对联络员', en: 'Liaison check' },
  checkStates: {
    asked: { zh: '已问，未答复', en: 'asked, no answer yet' },
    confirmed: { zh: '已确认', en: 'confirmed' },
    named: { zh: '已提新人选，待采用', en: 'others named, to be accepted' },
    changed: { zh: '已更换', en: 'changed' },
    skipped: { zh: '未核对', en: 'not asked' },
  },
  toBeAsked: { zh: '待发出', en: 'to be asked' },
  noAnswerToCheck: { zh: '没有答复', en: 'no answer' },
  notReachedByCheck: { zh: '没有送到', en: 'not reached' },
  noContactCheck: {
    zh: '本方案开始前不核对联络员。',
    en: 'This plan does not ask liaisons before a round.',
  },
  checkComes: (at: string) => ({
    zh: `将于 ${at} 请各单位核对联络员。`,
    en: `Liaisons are asked at ${at}.`,
  }),
  checkDeeds: { zh: '代为答复', en: 'Enter an answer' },
  acceptContacts: { zh: '采用', en: 'Accept' },
  refuseContacts: { zh: '不采用', en: 'Turn down' },
  enterUnchanged: { zh: '无变化', en: 'Unchanged' },
  enterOthers: { zh: '更换', en: 'Others' },
  myContacts: { zh: '核对联络员', en: 'Liaison check' },
  notAsked: { zh: '目前没有请您核对联络员。', en: 'You are not asked about liaisons at present.' },
  unchanged: { zh: '确认无误', en: 'All unchanged' },
  othersNow: {
    zh: '人员有变化，填写新的联络员、备用联络员',
    en: 'Somebody else now: name the new liaison or deputy',
  },
  nameOthers: { zh: '提交', en: 'Send' },
  waitsForOfficer: {
    zh: '新的人选已提交，经办人员核对后生效；在此之前仍发给原来的联络员。',
    en: 'Sent; it holds once an officer has checked it. Until then messages go to the present liaison.',
  },
  contactsRefused: { zh: '上次提出的人选没有采用', en: 'What was named before was not accepted' },
} satisfies WordTable;
