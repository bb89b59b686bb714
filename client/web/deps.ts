import type { Instant, Now } from '../../domain/time/time.ts';
import type { Channels } from '../../gateways/channels.ts';
import type { SmsSettings } from '../../gateways/sms/settings.ts';
import type { Pool } from '../../store/db/pool.ts';
import type { Changes } from './shared/changes.ts';
import type { Address } from './sign-in/address.ts';
import type { Oidc } from './sign-in/oidc.ts';

export type CodeToSend = {
  /** Of the code's row; the message is sent under it, so a repeated attempt is the same message. */
  readonly id: string;
  readonly to: Address;
  readonly name: string;
  readonly code: string;
  readonly minutes: number;
  readonly at: Instant;
};

/** What the pages are made from. They read Postgres only: with Temporal down they show and take in the same. */
export type Deps = {
  readonly pool: Pool;
  readonly now: Now;
  /** The plan this installation serves. */
  readonly plan: string;
  /** Hands a sign-in code to mail or SMS. */
  readonly sendCode: (code: CodeToSend) => Promise<void>;
  /** Reads what the SMS provider pushes; none where the channel has no such thing. */
  readonly receive?: Channels['receive'] | undefined;
  /** Of the SMS provider: what it would refuse is named before a plan is imported and before a year is started. */
  readonly smsProvider?: SmsSettings | undefined;
  /** A robot speaks in the bureau's work group; without one the preview of a year says that nothing is said there. */
  readonly hasRobot?: boolean | undefined;
  /** Where people reach the pages from; cookies are marked secure when it begins with https. */
  readonly webUrl?: string | undefined;
  /** A proxy of one's own stands before the pages and writes `X-Forwarded-For`. */
  readonly behindProxy?: boolean | undefined;
  /** The port is open to this machine only; a demonstration then lets one choose who one is. */
  readonly onThisMachine?: boolean | undefined;
  /** An organisation's own sign-in, when it has one. */
  readonly oidc?: Oidc | undefined;
  /** Lets open pages follow the record; without it they ask for themselves when somebody reloads. */
  readonly changes?: Changes | undefined;
  /** Where demonstration messages can be read, and the workflow engine's own pages; linked when set. */
  readonly sandboxUrl?: string | undefined;
  readonly engineUrl?: string | undefined;
};
