import type { SessionWay } from '../../../store/visit/sessions.ts';
import type { Entry, WordTable } from '../shared/word-table.ts';

export const SIGN_IN = {
  sessionWays: {
    email: { zh: '邮件验证码', en: 'code by e-mail' },
    sms: { zh: '短信验证码', en: 'code by SMS' },
    'read-out': { zh: '经办人告知的验证码', en: 'code read out by an officer' },
    link: { zh: '终端里的链接', en: 'link from the terminal' },
    oidc: { zh: '统一身份认证', en: 'single sign-on' },
    demonstration: { zh: '演示身份', en: 'demonstration' },
  } satisfies Readonly<Record<SessionWay, Entry>>,
  signIn: { zh: '登录', en: 'Sign in' },
  account: { zh: '我的登录', en: 'My sign-ins' },
  addressLabel: { zh: '邮箱或手机号', en: 'E-mail address or mobile number' },
  addressHint: {
    zh: '请用方案联系人表中登记的邮箱或手机号。',
    en: 'As registered in the contacts of the plan.',
  },
  askCode: { zh: '获取验证码', en: 'Get a code' },
  addressWrong: (typed: string) => ({
    zh: `“${typed}”既不是邮箱，也不是11位手机号。请填登记的邮箱（如 zhang@example.gov.cn）或手机号。`,
    en: `“${typed}” is neither an e-mail address nor a mobile number of 11 digits. Use the registered one, e.g. zhang@example.gov.cn.`,
  }),
  tooSoon: {
    zh: '同一邮箱或手机号一分钟内只发一次验证码，请稍等再试。',
    en: 'One code a minute for an address. Please wait a little.',
  },
  tooMany: {
    zh: '一小时内要了太多次验证码，请过一会儿再试。收不到的，可致电汇总单位，由经办人员核对身份后告知。',
    en: 'Too many codes were asked for within the hour. Try again later, or call the bureau: an officer can read a code out after checking who you are.',
  },
  codeTitle: { zh: '输入验证码', en: 'Enter the code' },
  codeSent: (minutes: number) => ({
    zh: `如果这个邮箱或手机号已登记，验证码已经发出，${minutes}分钟内有效。政务邮箱有时会延迟几分钟。`,
    en: `If this address is registered, a code is on its way, valid for ${minutes} minutes. Government mailboxes may delay it.`,
  }),
  codeSpoken: {
    zh: '收不到的，可致电汇总单位；经办人员核对身份后告知的验证码，也填在这里。',
    en: 'If nothing arrives, call the bureau; a code that an officer reads out goes here too.',
  },
  codeLabel: { zh: '六位验证码', en: 'Six digits' },
  codeWrong: (left: number) => ({
    zh:
      left > 0
        ? `验证码不对，还可以试${left}次。请核对最近一封邮件或短信。`
        : '验证码不对，次数已用完。请重新获取。',
    en:
      left > 0
        ? `That is not the code; ${left} tries left. Check the newest mail or SMS.`
        : 'That is not the code, and no tries are left. Get a new one.',
  }),
  codeOver: {
    zh: '这个验证码已用过、已过期或试错太多次。请重新获取。',
    en: 'This code has been used, has expired, or was tried too often. Get a new one.',
  },
  againCode: { zh: '重新获取验证码', en: 'Get a new code' },
  demonstrationSignIn: { zh: '演示：选一个身份直接进入', en: 'Demonstration: choose who you are' },
  demonstrationHint: {
    zh: '演示数据里的人都是虚构的，只有本机能打开。真实使用时没有这一栏。',
    en: 'Everybody in the demonstration is made up, and only this machine can open it. A real installation has no such choice.',
  },
  enterAs: { zh: '进入', en: 'Enter' },
  ofUnits: { zh: '单位的人', en: 'People of a unit' },
  linkTitle: { zh: '用终端里的链接登录', en: 'Sign in with the link from the terminal' },
  linkHint: {
    zh: '这个链接只能用一次。点下面的按钮才会登录；只打开本页，什么都不会改变。',
    en: 'The link works once. Only the button signs you in; opening this page changes nothing.',
  },
  linkUse: { zh: '以管理员身份登录', en: 'Sign in as administrator' },
  oidcUse: { zh: '用统一身份认证登录', en: 'Single sign-on' },
  notSignedIn: { zh: '没有登录成功', en: 'Not signed in' },
  oidcUnknown: (email: string) => ({
    zh:
      email === ''
        ? '统一身份认证没有给出经过验证的邮箱。请重试；仍不行的，请用登记的邮箱或手机号登录。'
        : `统一身份认证给出的邮箱“${email}”没有登记在本方案的联系人或用户里。请联系管理员登记，或用登记的邮箱、手机号登录。`,
    en:
      email === ''
        ? 'Single sign-on gave no verified e-mail address. Try again, or sign in with your registered address.'
        : `Single sign-on says “${email}”, which is not among the contacts and accounts of this plan. Ask the administrator to add it, or sign in with your registered address.`,
  }),
  sessions: { zh: '已登录的设备', en: 'Where you are signed in' },
  thisSession: { zh: '当前', en: 'this one' },
  beganAt: { zh: '登录时间', en: 'Since' },
  seenAt: { zh: '最近使用', en: 'Last used' },
  device: { zh: '设备', en: 'Device' },
  clientAddress: { zh: '网络地址', en: 'Network address' },
  endSession: { zh: '让它退出', en: 'Sign it out' },
  endOthers: { zh: '退出其他所有设备', en: 'Sign out all others' },
  myGrants: { zh: '我的身份', en: 'What I am' },
  readOut: { zh: '告知验证码', en: 'Read out a code' },
  readOutHint: {
    zh: '对方收不到邮件或短信时用。先核对来电的人确是登记的联系人，再把验证码念给他；核对的办法写进操作记录。',
    en: 'For callers whom neither mail nor SMS reaches. Make sure that the caller is the contact on record, then read the code out; how you made sure is kept in the trail.',
  },
  checkedHow: { zh: '怎样核对的身份', en: 'How the caller was checked' },
  checkedHint: {
    zh: '例如：回拨登记的座机，本人接听。',
    en: 'For example: called back on the landline on record.',
  },
  makeCode: { zh: '生成验证码', en: 'Make a code' },
  codeFor: (address: string, minutes: number) => ({
    zh: `念给 ${address} 的验证码，${minutes}分钟内有效，只能用一次：`,
    en: `Code for ${address}, good for ${minutes} minutes and one use:`,
  }),
  codeOnce: {
    zh: '只在这一页显示一次；刷新或返回后不再显示。',
    en: 'Shown on this page only, once.',
  },
  codeShownBefore: {
    zh: '这个验证码已经显示过，不再显示。对方没有记下的，请重新生成。',
    en: 'This code has been shown before and is not shown again. Make a new one.',
  },
  readOutAgain: { zh: '再给一个人', en: 'Another person' },
} satisfies WordTable;
