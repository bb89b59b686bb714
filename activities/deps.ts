/** What the activities need from outside; made in a main.ts, handed in. */
import type { PlanOffset } from '../domain/time/plan-time.ts';
import type { Now } from '../domain/time/time.ts';
import type { MailGateway, RobotGateway, SmsGateway } from '../gateways/gateway.ts';
import type { Pool } from '../store/db/pool.ts';
import type { Look } from './obligation/look.ts';

export type Deps = {
  readonly pool: Pool;
  readonly mail: MailGateway;
  readonly sms: SmsGateway;
  /** Speaks in the bureau's work group; null where there is none. */
  readonly robot: RobotGateway | null;
  /** Plan time; a rehearsal hands in its virtual clock. */
  readonly now: Now;
  /** Plan time minus the time of the Temporal server, in milliseconds. */
  readonly offset: PlanOffset;
  readonly demonstration: boolean;
  /** Whether messages of that plan may leave for real people, where any do (rule 18). */
  readonly isConfirmed: (plan: string) => boolean;
  /** Of the pages of that plan, where a plan does not name its own. */
  readonly webUrl: (plan: string) => string | undefined;
  /** Starts a top-level workflow; one that runs already is fine. An obligation's can be handed its first look. */
  readonly start: (
    workflow: 'reportingYear' | 'reportingRound' | 'obligation',
    id: string,
    look?: Look,
  ) => Promise<void>;
  /** Signals `changed`, an obligation with the look that goes with it. @returns false when there is no such workflow */
  readonly tellChanged: (workflowId: string, rev: number, look?: Look) => Promise<boolean>;
};
