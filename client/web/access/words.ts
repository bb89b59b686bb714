import type { WordTable } from '../shared/word-table.ts';

export const ACCESS = {
  notForYou: { zh: '这一页不对您的身份开放', en: 'This page is not open to you' },
  needsRole: (roles: string) => ({
    zh: `这一页供${roles}使用。需要这一身份的，请联系本方案的管理员；登录错了人的，请退出后重新登录。`,
    en: `This page is for: ${roles}. Ask the administrator of the plan for that role; if you are signed in as somebody else, sign out and in again.`,
  }),
  signedOut: {
    zh: '登录已过期。请在新窗口登录后，回到本页再提交一次。',
    en: 'Your sign-in has expired. Sign in in a new window, then come back here and send again.',
  },
  signedOutTitle: {
    zh: '登录已过期，内容还没有提交',
    en: 'Your sign-in has expired; nothing has been sent yet',
  },
  signedOutHint: {
    zh: '您填写的内容就在本页，没有丢失。请先在新窗口登录，再回到这里点“再次提交”。',
    en: 'What you typed is kept on this page. Sign in in a new window first, then come back and choose “Send again”.',
  },
  signInElsewhere: { zh: '在新窗口登录', en: 'Sign in in a new window' },
  submitAgain: { zh: '再次提交', en: 'Send again' },
} satisfies WordTable;
