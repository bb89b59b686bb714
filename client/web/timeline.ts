/** Steps with their deliveries and commands of one obligation, in one order of time. */

import type { Step } from '../../domain/ladder/step.ts';
import type { Slot } from '../../domain/plan/policy.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Timeline, TimelineCommand, TimelineDelivery } from '../../store/read/unit.ts';

export type StepEvent = {
  readonly kind: 'step';
  readonly at: Instant;
  readonly step: Step;
  readonly deliveries: readonly TimelineDelivery[];
};
type CommandEvent = {
  readonly kind: 'command';
  readonly at: Instant;
  readonly command: TimelineCommand;
};
export type Event = StepEvent | CommandEvent;

const SLOTS: readonly Slot[] = ['liaison', 'deputy', 'leader', 'office', 'officer'];

/** Split at the present: what lies behind and what is still to come. Of one instant, the command comes first. */
export function eventsOf(
  { steps, deliveries, commands }: Pick<Timeline, 'steps' | 'deliveries' | 'commands'>,
  now: Instant,
): { readonly past: readonly Event[]; readonly future: readonly Event[] } {
  const events: Event[] = [
    ...commands.map((command) => ({ kind: 'command' as const, at: command.at, command })),
    ...steps.map((step) => ({
      kind: 'step' as const,
      at: step.at,
      step,
      deliveries: deliveries
        .filter((d) => d.cycle === step.cycle && d.step === step.key)
        .toSorted((a, b) => a.at - b.at || SLOTS.indexOf(a.slot) - SLOTS.indexOf(b.slot)),
    })),
  ];
  const ordered = events.toSorted((a, b) => a.at - b.at);
  return {
    past: ordered.filter((event) => event.at <= now),
    future: ordered.filter((event) => event.at > now),
  };
}
