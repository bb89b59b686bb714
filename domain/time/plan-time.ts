/**
 * A rehearsal or demonstration runs in the plan's time, a constant offset away from the host's. The offset is fixed
 * when a database is made and applied at the edges only: in the injected clock, and where instants enter or leave a
 * workflow. A real installation has offset 0.
 */
import { type Instant, instant } from './time.ts';

/** Plan time minus host time, in milliseconds; negative for a plan that lies in the past. */
export type PlanOffset = number;

/** An instant of the host's clock (epoch ms) as an instant of the plan. */
export const toPlan = (hostMs: number, offset: PlanOffset): Instant => instant(hostMs + offset);

/** An instant of the plan as epoch ms of the host's clock. */
export const toHost = (at: Instant, offset: PlanOffset): number => at - offset;
