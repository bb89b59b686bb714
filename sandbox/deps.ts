import type { Failures } from './failures.ts';
import type { MailStore } from './mail-store.ts';
import type { RobotStore } from './robot-store.ts';
import type { Receipts, SmsStore } from './sms.ts';

/** What the pages and interfaces show and change. */
export type Deps = {
  readonly mails: MailStore;
  readonly sms: SmsStore;
  readonly robot: RobotStore;
  readonly failures: Failures;
  readonly receipts: Receipts;
};
