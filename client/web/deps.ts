import type { Instant, Now } from '../../domain/time/time.ts';
import type { Channels } from '../../gateways/channels.ts';
import type { SmsSettings } from '../../gateways/sms/settings.ts';
import type { Pool } from '../../store/db/pool.ts';
import type { Changes } from './shared/changes.ts';
import type { Address } from './sign-in/address.ts';
import type { Oidc } from './sign-in/oidc.ts';

export type CodeToSend = {
  /** Id of the code's row. The message is sent under it, so a retry does not send a second one. */
  readonly id: string;
  readonly to: Address;
  readonly name: string;
  readonly code: string;
  readonly minutes: number;
  readonly at: Instant;
};

/** What the pages need. They use only Postgres, so they work while Temporal is down. */
export type Deps = {
  readonly pool: Pool;
  readonly now: Now;
  readonly plan: string;
  /** Sends a sign-in code by mail or SMS. */
  readonly sendCode: (code: CodeToSend) => Promise<void>;
  /** Parses receipts that the SMS provider pushes; undefined when the channel has no push. */
  readonly receive?: Channels['receive'] | undefined;
  /** To warn, before an import and before a year starts, of SMS the provider would refuse. */
  readonly smsProvider?: SmsSettings | undefined;
  /** Whether a group robot is set up; the preview of a year says so. */
  readonly hasRobot?: boolean | undefined;
  /** Where people reach the pages; with https the cookies are marked secure. */
  readonly webUrl?: string | undefined;
  /** Our own proxy stands before the pages and writes `X-Forwarded-For`. */
  readonly behindProxy?: boolean | undefined;
  /** The port is open to this machine only; a demonstration then lets visitors choose who they are. */
  readonly onThisMachine?: boolean | undefined;
  /** The organisation's single sign-on. */
  readonly oidc?: Oidc | undefined;
  /** Notifies open pages of changes; without it they do not update by themselves. */
  readonly changes?: Changes | undefined;
  /** Links to the sandbox and to the workflow engine's own pages. */
  readonly sandboxUrl?: string | undefined;
  readonly engineUrl?: string | undefined;
};
