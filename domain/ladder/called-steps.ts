/** Steps that a command calls for at once: answers to the unit, and a reminder by hand. */
import { isOutstanding, type Obligation } from '../obligation/obligation.ts';
import type { MessageKind } from '../plan/message-kinds.ts';
import type { Addressing } from '../plan/policy.ts';

const liaison = (...channels: Addressing['channels']): Addressing => ({
  slot: 'liaison',
  channels,
  release: 'automatic',
});

/** Whom a called step is for. The receipt is also shown at once where the report was handed in. */
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

/** A new date goes to the deputy too who has the old one in the calendar: by mail alone, as there is nothing to answer. */
export const extendedFor = (deputyHasDate: boolean): readonly Addressing[] => [
  ...addressingOf('extended'),
  ...(deputyHasDate
    ? [{ slot: 'deputy', channels: ['email'], release: 'automatic' } as const]
    : []),
];

/** Not part of the ladder: never dropped because a later step has come. */
export const isReply = (kind: MessageKind): boolean =>
  kind === 'extension-refused' || isLasting(kind);

/** True whatever has come since: sent also when the unit has reported, or its date has been moved again. */
export const isLasting = (kind: MessageKind): boolean =>
  kind === 'receipt' || kind === 'returned' || kind === 'extended';

/** A reminder, or a message sent again, that an officer asked for. */
export const isByHand = (stepKey: string): boolean => /^(remind|resend)-/.test(stepKey);

/** To one role by one channel, and nowhere else. */
export const isSentAgain = (stepKey: string): boolean => stepKey.startsWith('resend-');

/** Whether what a delivery says is still wanted: an answer in any case, anything else while the report is owed by that date. */
export const isStillNeeded = (
  { kind, cycle }: { readonly kind: MessageKind; readonly cycle: number },
  of: Pick<Obligation, 'state' | 'cycle'>,
): boolean => isLasting(kind) || (isOutstanding(of.state) && cycle === of.cycle);
