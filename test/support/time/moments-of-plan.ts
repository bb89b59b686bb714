/** The moments of round 2018H1 under the shipped policy; its due day, 15 July, is a Sunday. Written down, not computed. */
import { at } from './dates.ts';

export const DAY_BEFORE = at('2018-06-21 09:00');
export const NOTICE = at('2018-06-22 09:00');
export const REMINDER = at('2018-07-06 09:00');
export const LAST_REMINDER = at('2018-07-12 09:00');
export const DUE_DAY = at('2018-07-13 09:00');
export const CALL_LIST = at('2018-07-13 14:30');
export const CHASE = at('2018-07-17 10:30');
export const PRESS = at('2018-07-19 09:00');
export const SUPERVISE = at('2018-07-23 09:00');
export const COMPILE = at('2018-07-30 09:00');
