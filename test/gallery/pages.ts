/** The pages of the gallery and the role that opens each, in both languages and at both widths. */
export type Shown = {
  readonly name: string;
  readonly at: string;
  /** `unit.role` of the shipped plan. Without it nobody is signed in. */
  readonly as?: string;
  readonly language: 'zh' | 'en';
};

const OFFICER = 'jinrongju.officer';
const CHIEF = 'jinrongju.chief';
const LIAISON = 'guzhen.liaison';
const LEADER = 'guzhen.leader';
/** Has an account; the other roles come from the plan's contacts. */
export const ADMINISTRATOR = 'administrator';

const LIST: readonly (readonly [name: string, at: string, as?: string])[] = [
  ['sign-in', '/sign-in'],
  ['code', '/sign-in/00000000-0000-4000-8000-000000000000'],
  ['link', '/sign-in/link/00000000-0000-4000-8000-000000000000?code=x'],
  ['account', '/account', LIAISON],
  ['rounds', '/', OFFICER],
  ['board', '/2018H1', OFFICER],
  ['unit-bureau', '/2018H1/guzhen', OFFICER],
  ['unit-own', '/2018H1/guzhen', LIAISON],
  ['unit-leader', '/2018H1/guzhen', LEADER],
  ['messages', '/2018H1/messages', OFFICER],
  ['compilation', '/2018H1/compilations/1', OFFICER],
  ['calendar', '/calendar/2018', OFFICER],
  ['act-return', '/2018H1/guzhen/acts/return?version=1', OFFICER],
  ['act-extend', '/2018H1/guzhen/acts/extend', OFFICER],
  ['act-call', '/2018H1/xiaolan/acts/call', OFFICER],
  ['act-sign-off', '/2018H1/acts/sign-off?version=1', CHIEF],
  ['mine', '/mine', LIAISON],
  ['leave', '/mine/guzhen/leave', LIAISON],
  ['my-contacts', '/mine/contacts', LIAISON],
  ['checks', '/checks/2018H1', OFFICER],
  ['report', '/2018H1/guzhen/report', LIAISON],
  ['receipt', '/2018H1/guzhen/receipts/1', LIAISON],
  ['signature', '/2018H1/guzhen/report/signature', LIAISON],
  ['item', '/2018H1/guzhen/items/52', LIAISON],
  ['feeds', '/feeds', LIAISON],
  ['record', '/2018H1/xiaolan/record', OFFICER],
  ['history', '/history', CHIEF],
  ['overdue', '/2018H1/overdue', OFFICER],
  ['sending', '/sending', OFFICER],
  ['read-out', '/read-out', OFFICER],
  ['admin', '/admin', ADMINISTRATOR],
  ['admin-years', '/admin/years', ADMINISTRATOR],
  ['admin-preview', '/admin/years/2019', ADMINISTRATOR],
  ['admin-plan', '/admin/plan', ADMINISTRATOR],
  ['admin-contacts', '/admin/contacts', ADMINISTRATOR],
  ['admin-failures', '/admin/failures', ADMINISTRATOR],
  ['admin-people', '/admin/people', ADMINISTRATOR],
  ['admin-audit', '/admin/audit', ADMINISTRATOR],
  ['not-found', '/nothing', OFFICER],
  ['not-for-you', '/2018H1', LIAISON],
];

export const PAGES: readonly Shown[] = LIST.flatMap(([name, at, as]) =>
  (['zh', 'en'] as const).map((language) => ({
    name,
    at,
    language,
    ...(as === undefined ? {} : { as }),
  })),
);
