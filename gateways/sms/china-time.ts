/** The providers write local times without a zone, and mean China's wherever their servers or ours stand. */

import { instant } from '../../domain/time/time.ts';
import { localMoment, zone } from '../../domain/time/zone.ts';

const CHINA = zone('Asia/Shanghai');

/** `2018-07-17 10:30:00` or `20180717103000`; null for anything else, and for nothing. */
export function momentInChina(text: string | null | undefined): Date | null {
  const at = text ? localMoment(text.trim(), CHINA.name) : null;
  return at === null ? null : new Date(at);
}

/** `2018-07-17` */
export const chinaDate = (at: Date): string => CHINA.dayOf(instant(at.getTime()));
