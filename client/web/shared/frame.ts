/** What every page is drawn with: language, plan, clock, who looks, and the addresses it may link to. */
import type { Instant } from '../../../domain/time/time.ts';
import { type Context, readContext } from '../../../store/read/installation.ts';
import { may, type Permission } from '../access/permissions.ts';
import type { Request, Visitor } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { type Language, languageFor, type Words, wordsIn } from './language.ts';

export type Frame = Context & {
  readonly language: Language;
  readonly words: Words;
  /** The present in plan time, one for the whole page. */
  readonly now: Instant;
  /** Null on the pages before signing in. */
  readonly visitor: Visitor | null;
  /** One was led here instead of to a page that is not for one. */
  readonly isLedHere: boolean;
  /** Without it the browser runs no script. */
  readonly nonce: string;
  readonly sandboxUrl: string | undefined;
  readonly engineUrl: string | undefined;
};

export async function readFrame(c: Request, deps: Deps): Promise<Frame> {
  const language = languageFor(c);
  return {
    ...(await readContext(deps.pool, deps.plan)),
    language,
    words: wordsIn(language),
    now: await deps.now(),
    visitor: c.get('visitor') ?? null,
    isLedHere: c.req.query('notice') === 'not-yours',
    nonce: c.get('secureHeadersNonce') ?? '',
    sandboxUrl: deps.sandboxUrl,
    engineUrl: deps.engineUrl,
  };
}

/** For what a page offers; the routes check for themselves. */
export const mayHere = ({ visitor }: Frame, permission: Permission, unit?: string): boolean =>
  visitor !== null && may(visitor.grants, permission, unit);
