/** Units that nothing can reach: neither liaison nor deputy has an address that works, be it their own or a stand-in's. */
import { addressIn, type Roster, reachedOn } from './people/recipient.ts';
import type { Day } from './time/time.ts';

/** Addresses and mobiles whose newest message came back. */
type DeadAddresses = ReadonlySet<string>;

export type Reachability = { readonly roster: Roster; readonly dead: DeadAddresses };

export const isUnreachable = ({ roster, dead }: Reachability, unit: string, day: Day): boolean =>
  (['liaison', 'deputy'] as const).every((role) => {
    const reached = reachedOn(roster, unit, role, day);
    return (['email', 'sms'] as const).every((channel) => {
      const address = reached && addressIn(reached, channel);
      return !address || dead.has(address);
    });
  });
