/** What every page needs: language, plan, time, visitor, and addresses to link to. */
import type { Instant } from '../../../domain/time/time.ts';
import { type Context, readContext } from '../../../store/read/installation.ts';
import { may, type Permission } from '../access/permissions.ts';
import type { Request, Visitor } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { type Language, languageFor, type Words, wordsIn } from './language.ts';

export type Frame = Context & {
  readonly language: Language;
  readonly words: Words;
  /** Plan time, the same for the whole page. */
  readonly now: Instant;
  /** Null before signing in. */
  readonly visitor: Visitor | null;
  /** Redirected from a page this visitor may not see. */
  readonly isLedHere: boolean;
  /** Of the content security policy; a page without it loads no script. */
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

/** What to offer on a page; routes check permissions themselves. */
export const mayHere = ({ visitor }: Frame, permission: Permission, unit?: string): boolean =>
  visitor !== null && may(visitor.grants, permission, unit);
