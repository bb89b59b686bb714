/**
 * The health checks that need only the database. Checking the whole audit chain is slow, so findings are kept for some
 * minutes.
 */
import { type Instant, MINUTE } from '../../../domain/time/time.ts';
import type { Finding } from '../../bilingual.ts';
import { checkPlan } from '../../doctor/plan.ts';
import { checkServer } from '../../doctor/server.ts';
import type { Deps } from '../deps.ts';
import type { Frame } from '../shared/frame.ts';

export type Health = { readonly at: Instant; readonly findings: readonly Finding[] };

const KEPT_FOR = 5 * MINUTE;

export type HealthChecks = {
  readonly anew: (frame: Frame) => Promise<Health>;
  /** Findings that are at most some minutes old. */
  readonly recent: (frame: Frame) => Promise<Health>;
};

export function healthChecks({ pool, now }: Deps): HealthChecks {
  let last: Health | null = null;
  const anew = async ({ rules, now: at }: Frame): Promise<Health> => {
    const findings = [
      ...(await checkServer(pool)),
      ...(await checkPlan({ pool, plan: rules.plan, rules, now })),
    ];
    last = { at, findings };
    return last;
  };
  const recent = async (frame: Frame): Promise<Health> => {
    const age = last === null ? Number.POSITIVE_INFINITY : frame.now - last.at;
    return last !== null && age >= 0 && age < KEPT_FOR ? last : anew(frame);
  };
  return { anew, recent };
}
