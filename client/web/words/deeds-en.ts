import type { DEEDS_ZH } from './deeds-zh.ts';

export const DEEDS_EN: typeof DEEDS_ZH = {
  follows: {
    accept: 'The unit can change nothing any more; you can still return the report.',
    return:
      'The unit is told what is missing and by when; whether it reported on time stays as it is.',
    extend:
      'The unit is told the new date; reminders not yet sent are dropped and planned anew. A request of the unit is answered as granted.',
    'refuse-extension':
      'The date stays; the liaison is told the reason and the date by e-mail and SMS in the next send window, and sees them on the unit’s page.',
    'withdraw-extension':
      'The date before the extension is restored, but never before the next working day; the unit is told.',
    waive:
      'The unit is not reminded any more; it counts as waived, and the reason stands in the report. A report that comes all the same ends the waiver.',
    call: 'The call is kept. When a date was promised, the next step waits until then.',
    note: 'Kept in the trail, for the bureau only.',
    remind: 'One reminder as things stand; not sent when the unit has reported before.',
    release: 'Goes out in the next send window and cannot be called back.',
    dismiss: 'This document is not sent; the reason is kept in the trail.',
    'edit-held': 'The change is kept in the trail; what is released is the changed document.',
    resend:
      'Sent once more, to the address as it is now, in the next send window; a letter is prepared anew and held.',
    'add-scan': 'Added to what was handed in; neither time nor state changes.',
    compile: 'Makes a new version of how things stand, usually within a minute.',
    'sign-off':
      'The round is frozen: nobody is reminded, and what still comes is kept as a supplement outside this report. To change anything, reopen it.',
    'move-date':
      'Dates, reminders and the compile date move with it; a later date granted to a unit is never shortened.',
    pause:
      'Nothing is sent; reports are still taken in. After that only the newest step is made up for.',
    resume: 'Sending goes on; of what was missed only the newest step is made up for.',
    reopen: 'The round is worked on again; supplements count, and a new version is made.',
    cancel:
      'Nothing is sent or taken in any more; the record is kept. To undo it the year has to be started again.',
  },
  whatFollows: 'What follows',
  beforeYouDo: 'Please check first',
  deedsTitle: 'What can be done',
  grant: 'Grant',
  openLetter: 'Open letter',
  recordDeed: 'Enter a report',
  present: 'Now',
  newestVersion: 'Newest report',
  readText: 'Read it',
  olderVersion: (version) => `This is about version ${version}, which is not the newest any more.`,
  nextWorkdays: 'Next working days',
  wouldBe: (day, judged) => `${day} is no working day; lateness is judged by ${judged}.`,
  isWorkday: (day) => `${day} is a working day.`,
  askedUntil: 'The unit asks',
  askedFor: (until, reason, by) => `for ${until}: ${reason} (${by})`,
  goesTo: 'To',
  goesWhen: 'Goes out',
  fromNowOn: (moment) => `in the send window from ${moment}`,
  willSay: 'What it will say',
  noAddress: 'not known, nothing can be sent',
  ofDelivery: 'Message',
  lastTime: 'last time',
  toCall: 'Telephone',
  pausedNow: 'Sending is paused just now; it goes out once sending goes on.',
  signOffVersion: 'Version to sign off',
  stillMissing: 'still missing',
  staleNow: 'This version is stale; wait for the next one.',
  freshNow: 'This version is up to date.',
  presentDue: 'Present due date',
  compileDay: 'Report due',
  letterFields: {
    title: 'Title',
    addressee: 'Addressee',
    paragraphs: 'Text (one paragraph a line)',
  },
  editLetter: 'Edit the document',
  editLetterHint:
    'Signature, date and number are made by the system. The change is kept in the trail; what is released is the changed document.',
  keepLetter: 'Keep the change',
  recordFields: {
    way: 'How it came',
    receivedOn: 'Day it was really received',
    receivedAt: 'Time it was really received',
    evidence: 'Evidence',
    proof: 'Evidence file',
    form: 'Filled-in form',
  },
  recordHints: {
    way: 'By which way the report reached the bureau.',
    receivedOn: 'On time is judged by this moment, not by when it is entered.',
    receivedAt: 'For example 16:05.',
    evidence:
      'Registration number, subject of the mail, who took it in: whatever leads to the original.',
    proof: 'Optional: a screenshot, mail or scan, up to 20 MB.',
    form: 'The Excel form (.xlsx). Who prepared, reviewed and signed is taken from it.',
  },
  arrived: 'How it came',
  recordContent: 'What it says',
  recordedBy: { file: 'Upload the filled-in form', page: 'Type it in here' },
  recordPageHint: 'As it stands in what was received, also who prepared, reviewed and signed it.',
  eitherFileOrPage:
    'You chose “Type it in here” and a file as well: leave the file out, or choose “Upload the filled-in form”.',
  correctFirst: (number) => `${number} things to correct before you send it:`,
  fieldNoTime: (field, typed) => `“${typed}” in “${field}” is no time; write it like 16:05.`,
  receivedInFuture: (day, time) =>
    `That is later than now (${day} ${time}); please give the moment it was really received.`,
  chooseWay: 'please choose',
  chooseFilesAgain: 'Correct this, choose the files again and send the form once more.',
  blankForm: 'Download the unit’s Excel form (with what it reported last)',
  proofRefused: {
    'too many': 'This unit has 30 files already; the evidence was not kept. Describe it in words.',
    'too large':
      'This unit’s files exceed 100 MB; the evidence was not kept. Make it smaller, or describe it in words.',
  },
};
