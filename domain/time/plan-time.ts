/**
 * A rehearsal or demonstration runs in plan time, a constant offset from the host's clock. The offset is fixed when the
 * database is made. It is applied in the injected clock and where instants enter or leave a workflow, nowhere else. A real
 * installation has offset 0.
 */
import { type Instant, instant } from './time.ts';

/** Plan time minus host time, in milliseconds; negative for a plan in the past. */
export type PlanOffset = number;

/** An instant of the host's clock (epoch ms) as an instant of the plan. */
export const toPlan = (hostMs: number, offset: PlanOffset): Instant => instant(hostMs + offset);

/** An instant of the plan as epoch ms of the host's clock. */
export const toHost = (at: Instant, offset: PlanOffset): number => at - offset;
