import { randomUUID } from 'node:crypto';
import type { Refused } from '../../../domain/command.ts';
import { findOutcomeMessage } from '../../../store/read/trail.ts';
import type { Request } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';

/** The outcome of the command that redirected here (`?done=`), from the trail of the plan or of a year. */
export async function doneHere(c: Request, deps: Deps, subject = deps.plan) {
  const command = c.req.query('done');
  return command
    ? ((await findOutcomeMessage(deps.pool, { subject }, command)) ?? undefined)
    : undefined;
}

/** The values of these fields and of `id`, trimmed; empty when missing. */
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

/** 400 when the visitor can correct the form, 409 when the record does not allow the act. */
export const statusOf = ({ code }: Refused): 400 | 409 => (code === 'invalid' ? 400 : 409);

/** The id that was drawn with the form: a form sent twice makes one command. */
export const idOf = (sent: unknown): string =>
  typeof sent === 'string' && sent !== '' ? sent : randomUUID();

/** The newest entry of the trail when the form was drawn; 0 when the form does not say. */
export const seenOf = (sent: unknown): number =>
  typeof sent === 'string' && /^\d{1,15}$/.test(sent) ? Number(sent) : 0;

/** Like `idOf`, but a UUID, because it is also the key of a row. */
export const uuidOf = (sent: unknown): string =>
  typeof sent === 'string' && UUID.test(sent) ? sent : randomUUID();

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
