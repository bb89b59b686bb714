import type { Now } from '../../domain/time.ts';
import type { Pool } from '../../store/pool.ts';

/** What the pages are made from. They read Postgres only: with Temporal down they show the same. */
export type Deps = {
  readonly pool: Pool;
  readonly now: Now;
  /** The plan this installation serves. */
  readonly plan: string;
  /** Where demonstration messages can be read, and the workflow engine's own pages; linked when set. */
  readonly sandboxUrl?: string | undefined;
  readonly engineUrl?: string | undefined;
};
