/** Steps that a command calls for at once: answers to the unit, reminders by hand, messages sent again. */
import { isOutstanding, type Obligation } from '../obligation/obligation.ts';
import type { MessageKind } from '../plan/message-kinds.ts';
import type { Addressing } from '../plan/policy.ts';

const liaison = (...channels: Addressing['channels']): Addressing => ({
  slot: 'liaison',
  channels,
  release: 'automatic',
});

/** Recipients of a called step by its kind. */
export function addressingOf(kind: MessageKind): readonly Addressing[] {
  switch (kind) {
    case 'receipt':
      return [liaison('email')];
    case 'returned':
    case 'extended':
    case 'extension-refused':
    case 'reminder':
    case 'chase':
      return [liaison('email', 'sms')];
    case 'notice':
    case 'due':
    case 'press':
    case 'supervise':
    case 'digest':
    case 'contact-check':
      return [];
  }
}

/** A deputy with the old date in a calendar gets the new one too: by mail only, since no answer is needed. */
export const extendedFor = (deputyHasDate: boolean): readonly Addressing[] => [
  ...addressingOf('extended'),
  ...(deputyHasDate
    ? [{ slot: 'deputy', channels: ['email'], release: 'automatic' } as const]
    : []),
];

/** Not part of the ladder: a later step does not replace it. */
export const isReply = (kind: MessageKind): boolean =>
  kind === 'extension-refused' || isLasting(kind);

/** Stays true: sent even when the unit has reported since, or its date has moved again. */
export const isLasting = (kind: MessageKind): boolean =>
  kind === 'receipt' || kind === 'returned' || kind === 'extended';

/** A reminder by hand, or a message sent again. */
export const isByHand = (stepKey: string): boolean => /^(remind|resend)-/.test(stepKey);

/** A message sent again goes to one role by one channel only, without fallback. */
export const isSentAgain = (stepKey: string): boolean => stepKey.startsWith('resend-');

/** Whether a delivery still has to go out: an answer in any case, others while the report is owed in that cycle. */
export const isStillNeeded = (
  { kind, cycle }: { readonly kind: MessageKind; readonly cycle: number },
  of: Pick<Obligation, 'state' | 'cycle'>,
): boolean => isLasting(kind) || (isOutstanding(of.state) && cycle === of.cycle);
