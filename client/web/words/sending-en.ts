import type { SENDING_ZH } from './sending-zh.ts';

export const SENDING_EN: typeof SENDING_ZH = {
  sendingTitle: 'Sending',
  sendingOn: 'Sending as planned',
  sendingHalted: (since, by) => `All sending is halted: ${since}, by ${by}`,
  sendingLead:
    'When something wrong goes out, the mail system is under repair, or the texts are in doubt, halt all sending here. Reports are still taken in, and sign-in codes still go out.',
  haltSending: 'Halt all sending',
  resumeSending: 'Let sending go on',
  haltReason: 'Reason',
  resumeLead:
    'When sending goes on, each unit gets only the newest step it missed; units that have reported get none. The table shows what would happen now.',
  heldBackTitle: 'Fell due while sending was halted',
  nothingHeldBack: 'Nothing fell due.',
  heldBackSum: (goes, spared) => `${goes} would go out, ${spared} would not.`,
  plannedFor: 'planned for',
  thenGoes: (when) => `goes out: ${when}`,
  thenSpared: (why) => `does not go out: ${why}`,
};
