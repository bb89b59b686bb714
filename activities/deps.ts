/** Everything the activities use from outside. A main.ts builds it and passes it in. */
import type { Plan } from '../domain/plan/plan.ts';
import type { PlanOffset } from '../domain/time/plan-time.ts';
import type { Now } from '../domain/time/time.ts';
import type { MailGateway, RobotGateway, SmsGateway } from '../gateways/gateway.ts';
import type { Pool } from '../store/db/pool.ts';
import type { Look } from './obligation/look.ts';

export type Deps = {
  readonly pool: Pool;
  readonly mail: MailGateway;
  readonly sms: SmsGateway;
  /** The robot of the bureau's work group; null when none is configured. */
  readonly robot: RobotGateway | null;
  /** Plan time; a rehearsal passes its virtual clock. */
  readonly now: Now;
  /** Plan time minus the time of the Temporal server, in milliseconds. */
  readonly offset: PlanOffset;
  readonly demonstration: boolean;
  /** Whether messages of that plan may go to real people (rule 18). */
  readonly isConfirmed: (plan: string) => boolean;
  /** Address of the web pages, for a plan that does not name its own. */
  readonly webUrl: (plan: string) => string | undefined;
  /** Starts a top-level workflow. No error when it runs already. An obligation's can be given its first look. */
  readonly start: (
    workflow: 'reportingYear' | 'reportingRound' | 'obligation',
    id: string,
    look?: Look,
  ) => Promise<void>;
  /** Signals `changed`; to an obligation with a look. @returns false when there is no such workflow */
  readonly tellChanged: (workflowId: string, rev: number, look?: Look) => Promise<boolean>;
};

/** The address where units hand in; undefined when the plan has no pages, and texts then leave it out. */
export const onlineOf = (
  { webUrl }: Pick<Deps, 'webUrl'>,
  { id, online }: Plan,
): string | undefined => online ?? webUrl(id);
