/** The round's next version, made as its workflow would have it made on the due day. */
import { createCompileReport } from '../../activities/compile-report.ts';
import type { Pool } from '../../store/db/transaction.ts';
import { ROUND } from './people/cast.ts';
import { at } from './time/dates.ts';

export const compileNow = (pool: Pool) =>
  createCompileReport({
    pool,
    now: async () => at('2018-07-13 10:00'),
    offset: 0,
    robot: null,
    demonstration: false,
  }).compileReport({ round: ROUND });
