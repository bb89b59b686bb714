/** What waits for release: read, edited while it is held, and a document saved as a Word file. */

import { randomUUID } from 'node:crypto';
import { isDocument } from '../../../domain/delivery/message-text.ts';
import { obligationId, roundId } from '../../../domain/obligation/obligation.ts';
import { letterDocx } from '../../../gateways/documents/letter-docx.ts';
import { DOCX } from '../../../gateways/documents/media-types.ts';
import { readObligation } from '../../../store/read/obligations.ts';
import { findLetter } from '../../../store/read/tasks.ts';
import { entriesByOthers, findOutcomeMessage, newestEntry } from '../../../store/read/trail.ts';
import { onObligation } from '../../command.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { actorOf, type Request } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../shared/download.ts';
import { readFrame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { idOf, seenOf } from '../shared/sent.ts';
import { editedLetter, letterProblems, letterValues, sentLetter } from './letter-form.ts';
import { LetterPage } from './letter-page.tsx';

const LETTER = '/:period{[0-9]{4}H[12]}/:unit/letters/:delivery{[0-9a-f]{64}}' as const;

export function letterRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get(LETTER, 'work on round', (c) => page(c, deps, { status: 200 }));
  routes.post(LETTER, 'work on round', (c) => edit(c, deps));
  routes.get(
    '/:period{[0-9]{4}H[12]}/:unit/letters/:letter{[0-9a-f]{64}\\.docx}',
    'work on round',
    async (c) => {
      const { period, unit, letter: file } = c.req.param();
      const id = obligationId(roundId(deps.plan, period), unit);
      const letter = await findLetter(deps.pool, id, file.slice(0, 64));
      if (letter === null || !isDocument(letter.document)) return c.notFound();
      const { zone } = (await readFrame(c, deps)).rules;
      const document = await letterDocx(letter.document, zone.iso(letter.at));
      const name = `${letter.document.title.replaceAll('\n', '')}.docx`;
      return c.body(new Uint8Array(document), 200, attachment(name, DOCX));
    },
  );
  return routes;
}

async function edit(c: Request, deps: Deps): Promise<Response> {
  const { obligation, trail, letter } = await find(c, deps);
  if (letter === null) return c.notFound();
  const sent: Record<string, unknown> = await c.req.parseBody();
  const { id, seen } = sent;
  const values = sentLetter(sent);
  const { words } = await readFrame(c, deps);
  const problems = letterProblems(values, letter.channel, words);
  if (Object.keys(problems).length > 0) return page(c, deps, { values, problems, status: 400 });
  const actor = actorOf(c, 'work on round');
  const entry = seenOf(seen);
  const wish = { actor, id: idOf(id), seen: { entry } };
  const outcome = await onObligation(deps, wish, obligation, {
    kind: 'edit-held',
    delivery: letter.delivery,
    document: editedLetter(letter.document, values),
  });
  if (!outcome.ok) {
    const byOthers = await entriesByOthers(deps.pool, trail, entry, actor.name);
    const isOvertaken = outcome.code === 'superseded' && byOthers.length > 0;
    const why = isOvertaken ? { byOthers } : { refusal: outcome.message };
    return page(c, deps, { values, ...why, status: 409 });
  }
  return c.redirect(linkTo(c.req.path, 'zh', { done: outcome.command }), 303);
}

type Shown = Partial<Parameters<typeof LetterPage>[0]> & { readonly status: 200 | 400 | 409 };

async function page(c: Request, deps: Deps, { status, ...shown }: Shown): Promise<Response> {
  // Read before the letter: an entry that arrives between the two is shown twice, but never missed.
  const seen = await newestEntry(deps.pool, trailOf(c, deps));
  const { obligation: id, trail, letter } = await find(c, deps);
  if (letter === null) return c.notFound();
  const frame = await readFrame(c, deps);
  const obligation = await readObligation(deps.pool, id);
  const command = c.req.query('done');
  const done = command ? await findOutcomeMessage(deps.pool, trail, command) : null;
  const hidden = { id: randomUUID(), seen: String(seen) };
  const { period = '' } = c.req.param();
  return c.html(
    LetterPage({
      frame,
      obligation,
      period,
      letter,
      hidden,
      here: c.req.path,
      values: letterValues(letter.document),
      done: done ?? undefined,
      ...shown,
    }),
    status,
  );
}

async function find(c: Request, deps: Deps) {
  const trail = trailOf(c, deps);
  const { obligation } = trail;
  const letter = await findLetter(deps.pool, obligation, c.req.param('delivery') ?? '');
  return { obligation, trail, letter };
}

function trailOf(c: Request, { plan }: Deps) {
  const { period = '', unit = '' } = c.req.param();
  const subject = roundId(plan, period);
  return { subject, obligation: obligationId(subject, unit) };
}
