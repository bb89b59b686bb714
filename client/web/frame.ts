/** What every page is drawn with: language, plan, clock and the addresses it may link to. */
import type { Context as Request } from 'hono';
import type { Instant } from '../../domain/time.ts';
import { type Context, readContext } from '../../store/web-pages.ts';
import type { Deps } from './deps.ts';
import { type Language, languageOf, type Words, wordsIn } from './words.ts';

export type Frame = Context & {
  readonly language: Language;
  readonly words: Words;
  /** The present in plan time, one for the whole page. */
  readonly now: Instant;
  readonly sandboxUrl: string | undefined;
  readonly engineUrl: string | undefined;
};

export async function readFrame(c: Request, deps: Deps): Promise<Frame> {
  const language = languageOf(c.req.query('lang'));
  return {
    ...(await readContext(deps.pool, deps.plan)),
    language,
    words: wordsIn(language),
    now: await deps.now(),
    sandboxUrl: deps.sandboxUrl,
    engineUrl: deps.engineUrl,
  };
}
