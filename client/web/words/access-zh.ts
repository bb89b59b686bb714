/** Words of signing in, of the frame around every page, and of whom a page is for. */
import type { SessionWay } from '../../../store/visit/sessions.ts';
import { ROLE } from '../../state-words.ts';

const SESSION_WAYS: Readonly<Record<SessionWay, string>> = {
  email: '邮件验证码',
  sms: '短信验证码',
  'read-out': '经办人告知的验证码',
  link: '终端里的链接',
  oidc: '统一身份认证',
  demonstration: '演示身份',
};

export const ACCESS_ZH = {
  webRoles: ROLE,
  sessionWays: SESSION_WAYS,
  comma: '、',
  signIn: '登录',
  signOut: '退出',
  account: '我的登录',
  mine: '我的报送',
  overduePage: '逾期情况',
  history: '历次情况',
  administration: '管理',
  notYours: '您打开的链接不是给您的身份看的，或者已经不在了；这里是您的首页。',
  notForYou: '这一页不对您的身份开放',
  needsRole: (roles: string) =>
    `这一页供${roles}使用。需要这一身份的，请联系本方案的管理员；登录错了人的，请退出后重新登录。`,
  signedOut: '登录已过期。请在新窗口登录后，回到本页再提交一次。',
  signedOutTitle: '登录已过期，内容还没有提交',
  signedOutHint: '您填写的内容就在本页，没有丢失。请先在新窗口登录，再回到这里点“再次提交”。',
  signInElsewhere: '在新窗口登录',
  submitAgain: '再次提交',
  addressLabel: '邮箱或手机号',
  addressHint: '请用方案联系人表中登记的邮箱或手机号。',
  askCode: '获取验证码',
  addressWrong: (typed: string) =>
    `“${typed}”既不是邮箱，也不是11位手机号。请填登记的邮箱（如 zhang@example.gov.cn）或手机号。`,
  tooSoon: '同一邮箱或手机号一分钟内只发一次验证码，请稍等再试。',
  tooMany:
    '一小时内要了太多次验证码，请过一会儿再试。收不到的，可致电汇总单位，由经办人员核对身份后告知。',
  codeTitle: '输入验证码',
  codeSent: (minutes: number) =>
    `如果这个邮箱或手机号已登记，验证码已经发出，${minutes}分钟内有效。政务邮箱有时会延迟几分钟。`,
  codeSpoken: '收不到的，可致电汇总单位；经办人员核对身份后告知的验证码，也填在这里。',
  codeLabel: '六位验证码',
  codeWrong: (left: number) =>
    left > 0
      ? `验证码不对，还可以试${left}次。请核对最近一封邮件或短信。`
      : '验证码不对，次数已用完。请重新获取。',
  codeOver: '这个验证码已用过、已过期或试错太多次。请重新获取。',
  againCode: '重新获取验证码',
  demonstrationSignIn: '演示：选一个身份直接进入',
  demonstrationHint: '演示数据里的人都是虚构的，只有本机能打开。真实使用时没有这一栏。',
  enterAs: '进入',
  chooseUnit: '选择单位',
  ofUnits: '单位的人',
  linkTitle: '用终端里的链接登录',
  linkHint: '这个链接只能用一次。点下面的按钮才会登录；只打开本页，什么都不会改变。',
  linkUse: '以管理员身份登录',
  oidcUse: '用统一身份认证登录',
  notSignedIn: '没有登录成功',
  oidcUnknown: (email: string) =>
    email === ''
      ? '统一身份认证没有给出经过验证的邮箱。请重试；仍不行的，请用登记的邮箱或手机号登录。'
      : `统一身份认证给出的邮箱“${email}”没有登记在本方案的联系人或用户里。请联系管理员登记，或用登记的邮箱、手机号登录。`,
  sessions: '已登录的设备',
  thisSession: '当前',
  beganAt: '登录时间',
  seenAt: '最近使用',
  device: '设备',
  clientAddress: '网络地址',
  endSession: '让它退出',
  endOthers: '退出其他所有设备',
  myGrants: '我的身份',
  feeds: '日历订阅',
  feedsHint:
    '把地址加到手机或电脑的日历里，截止日会自动出现，延期后自动更新。知道地址的人不用登录就能看到日期，请勿转发；泄露了就作废再生成。',
  noFeeds: '还没有生成过订阅地址。',
  feedMadeAt: '生成于',
  revokeFeed: '作废',
  makeFeed: (owner: string) => `为${owner}生成新的订阅地址`,
  feedMade: '订阅地址已生成',
  feedMadeHint: '请现在复制：地址只显示这一次，以后只能作废、重新生成。',
};
