import type { ACCESS_ZH } from './access-zh.ts';

export const ACCESS_EN: typeof ACCESS_ZH = {
  webRoles: {
    liaison: 'Liaison',
    deputy: 'Deputy liaison',
    leader: "Unit's leader",
    officer: 'Officer',
    chief: 'Chief of section',
    supervisor: 'Supervision office',
    administrator: 'Administrator',
  },
  sessionWays: {
    email: 'code by e-mail',
    sms: 'code by SMS',
    'read-out': 'code read out by an officer',
    link: 'link from the terminal',
    oidc: 'single sign-on',
    demonstration: 'demonstration',
  },
  comma: ', ',
  signIn: 'Sign in',
  signOut: 'Sign out',
  account: 'My sign-ins',
  mine: 'My reports',
  overduePage: 'Overdue',
  history: 'History',
  administration: 'Administration',
  notYours: 'The link you opened is not for you, or is there no more; this is your own start page.',
  notForYou: 'This page is not open to you',
  needsRole: (roles) =>
    `This page is for: ${roles}. Ask the administrator of the plan for that role; if you are signed in as somebody else, sign out and in again.`,
  signedOut:
    'Your sign-in has expired. Sign in in a new window, then come back here and send again.',
  signedOutTitle: 'Your sign-in has expired; nothing has been sent yet',
  signedOutHint:
    'What you typed is kept on this page. Sign in in a new window first, then come back and choose “Send again”.',
  signInElsewhere: 'Sign in in a new window',
  submitAgain: 'Send again',
  addressLabel: 'E-mail address or mobile number',
  addressHint: 'As registered in the contacts of the plan.',
  askCode: 'Get a code',
  addressWrong: (typed) =>
    `“${typed}” is neither an e-mail address nor a mobile number of 11 digits. Use the registered one, e.g. zhang@example.gov.cn.`,
  tooSoon: 'One code a minute for an address. Please wait a little.',
  tooMany:
    'Too many codes were asked for within the hour. Try again later, or call the bureau: an officer can read a code out after checking who you are.',
  codeTitle: 'Enter the code',
  codeSent: (minutes) =>
    `If this address is registered, a code is on its way, valid for ${minutes} minutes. Government mailboxes may delay it.`,
  codeSpoken:
    'If nothing arrives, call the bureau; a code that an officer reads out goes here too.',
  codeLabel: 'Six digits',
  codeWrong: (left) =>
    left > 0
      ? `That is not the code; ${left} tries left. Check the newest mail or SMS.`
      : 'That is not the code, and no tries are left. Get a new one.',
  codeOver: 'This code has been used, has expired, or was tried too often. Get a new one.',
  againCode: 'Get a new code',
  demonstrationSignIn: 'Demonstration: choose who you are',
  demonstrationHint:
    'Everybody in the demonstration is made up, and only this machine can open it. A real installation has no such choice.',
  enterAs: 'Enter',
  chooseUnit: 'Unit',
  ofUnits: 'People of a unit',
  linkTitle: 'Sign in with the link from the terminal',
  linkHint: 'The link works once. Only the button signs you in; opening this page changes nothing.',
  linkUse: 'Sign in as administrator',
  oidcUse: 'Single sign-on',
  notSignedIn: 'Not signed in',
  oidcUnknown: (email) =>
    email === ''
      ? 'Single sign-on gave no verified e-mail address. Try again, or sign in with your registered address.'
      : `Single sign-on says “${email}”, which is not among the contacts and accounts of this plan. Ask the administrator to add it, or sign in with your registered address.`,
  sessions: 'Where you are signed in',
  thisSession: 'this one',
  beganAt: 'Since',
  seenAt: 'Last used',
  device: 'Device',
  clientAddress: 'Network address',
  endSession: 'Sign it out',
  endOthers: 'Sign out all others',
  myGrants: 'What I am',
  feeds: 'Calendar feeds',
  feedsHint:
    'Add the address to the calendar of your phone or computer: due dates appear there and follow an extension. Whoever knows the address sees the dates without signing in, so do not pass it on; revoke it and make a new one if it got out.',
  noFeeds: 'No address has been made yet.',
  feedMadeAt: 'Made',
  revokeFeed: 'Revoke',
  makeFeed: (owner) => `Make a new address for ${owner}`,
  feedMade: 'The address is made',
  feedMadeHint: 'Copy it now: it is shown this once. Later it can only be revoked and made anew.',
};
