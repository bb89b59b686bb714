/** Where the units of a plan hand in; left out of the texts when there is no such place. */
import type { Plan } from '../domain/plan/plan.ts';
import type { Deps } from './deps.ts';

export const onlineOf = (
  { webUrl }: Pick<Deps, 'webUrl'>,
  { id, online }: Plan,
): string | undefined => online ?? webUrl(id);
