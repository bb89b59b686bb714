import { randomUUID } from 'node:crypto';
import type { Refused } from '../../../domain/command.ts';
import { findOutcomeMessage } from '../../../store/read/trail.ts';
import type { Request } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';

/** The sentence of the command that led back to this page; of the plan's or the year's own trail. */
export async function doneHere(c: Request, deps: Deps, subject = deps.plan) {
  const command = c.req.query('done');
  return command
    ? ((await findOutcomeMessage(deps.pool, { subject }, command)) ?? undefined)
    : undefined;
}

/** What was typed into fields of these names. */
export async function typedIn<Name extends string>(
  c: Request,
  names: readonly Name[],
): Promise<Record<Name | 'id', string>> {
  const sent = await c.req.parseBody();
  const text = (name: string) => {
    const value = sent[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const entries = [...names, 'id' as const].map((name) => [name, text(name)] as const);
  return Object.fromEntries(entries) as Record<Name | 'id', string>;
}

/** What was typed can be put right in the form; anything else is how things stand. */
export const statusOf = ({ code }: Refused): 400 | 409 => (code === 'invalid' ? 400 : 409);

/** The hidden fields by which a form says which command it is and what its page had shown. */

/** Drawn with the form, so that a form sent twice is done once. */
export const idOf = (sent: unknown): string =>
  typeof sent === 'string' && sent !== '' ? sent : randomUUID();

/** The newest entry that the form's page knew of; a form that does not say has seen nothing. */
export const seenOf = (sent: unknown): number =>
  typeof sent === 'string' && /^\d{1,15}$/.test(sent) ? Number(sent) : 0;

/** Where the id is also the key of a row, which has to be a UUID. */
export const uuidOf = (sent: unknown): string =>
  typeof sent === 'string' && UUID.test(sent) ? sent : randomUUID();

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
