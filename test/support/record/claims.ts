/** Claims a notice as the activity does, with gateways that cannot send. */

import type { Deps } from '../../../activities/deps.ts';
import type { Target } from '../../../activities/obligation/look.ts';
import { claim } from '../../../activities/outgoing/claim.ts';
import type { Claim } from '../../../activities/outgoing/outgoing.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { OPENED } from './opened-round.ts';

export const NOTICE_BY_MAIL: Target = {
  cycle: 1,
  step: 'notice',
  slot: 'liaison',
  channel: 'email',
};

/** The statement before which a claim about several obligations has locked all of them. */
export const TAKEN = /insert into message/;

const never = async (): Promise<never> => {
  throw new Error('must not be called');
};

export const depsOn = (pool: Pool): Deps => ({
  pool,
  mail: { send: never, close: never },
  sms: { send: never },
  robot: null,
  now: async () => OPENED,
  offset: 0,
  demonstration: false,
  isConfirmed: () => true,
  webUrl: () => undefined,
  start: never,
  tellChanged: never,
});

type How = {
  readonly attempt?: string;
  readonly target?: Target;
  readonly now?: Instant;
  readonly isConfirmed?: Deps['isConfirmed'];
};

export const claiming =
  (obligation: string, how: How = {}) =>
  (pool: Pool): Promise<Claim> => {
    const { attempt = 'run#1#1', target = NOTICE_BY_MAIL, now = OPENED, ...other } = how;
    return claim({ ...depsOn(pool), ...other }, { obligation, target, attempt, now });
  };
