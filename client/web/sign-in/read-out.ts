/** A code read out on the telephone, for callers whose mailbox delays codes. Recorded first, then shown once. */
import { randomUUID } from 'node:crypto';
import { onPlan } from '../../command.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { actorOf, type Request } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { readFrame } from '../shared/frame.ts';
import type { Words } from '../shared/language.ts';
import { uuidOf } from '../shared/sent.ts';
import { parseAddress } from './address.ts';
import { makeReadOut } from './codes.ts';
import {
  ReadOutPage,
  type ReadOutProblems,
  type ReadOutValues,
  SpokenCodePage,
} from './read-out-page.tsx';

const MOST_CHECKED = 200;

export function readOutRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get('/read-out', 'work on round', (c) => form(c, deps, { address: '', checked: '' }, {}));
  routes.post('/read-out', 'work on round', async (c) => {
    const { id, ...sent } = await c.req.parseBody();
    const { address: typed, checked } = sent;
    const values = { address: textOf(typed), checked: textOf(checked) };
    const frame = await readFrame(c, deps);
    const address = parseAddress(values.address);
    const problems = problemsOf(values, frame.words);
    if (address === null || Object.keys(problems).length > 0)
      return form(c, deps, values, problems);
    const wish = { actor: actorOf(c, 'work on round'), id: uuidOf(id) };
    const outcome = await onPlan(deps, wish, deps.plan, {
      kind: 'read-out-code',
      address: address.text,
      checked: values.checked,
    });
    if (!outcome.ok) return form(c, deps, values, { address: outcome.message });
    // The command's id is the code's id: a form sent twice shows no code.
    const code = await makeReadOut(deps, address.text, outcome.command);
    return c.html(
      SpokenCodePage({ frame, address: address.text, code }),
      code === null ? 409 : 200,
    );
  });
  return routes;
}

async function form(
  c: Request,
  deps: Deps,
  values: ReadOutValues,
  problems: ReadOutProblems,
): Promise<Response> {
  const frame = await readFrame(c, deps);
  const page = ReadOutPage({ frame, id: randomUUID(), values, problems });
  return c.html(page, Object.keys(problems).length > 0 ? 400 : 200);
}

function problemsOf({ address, checked }: ReadOutValues, words: Words): ReadOutProblems {
  const length = Array.from(checked).length;
  return {
    ...(parseAddress(address) === null && { address: words.addressWrong(address) }),
    ...(length === 0 && { checked: words.fieldEmpty(words.checkedHow) }),
    ...(length > MOST_CHECKED && {
      checked: words.fieldTooLong(words.checkedHow, MOST_CHECKED, length),
    }),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
