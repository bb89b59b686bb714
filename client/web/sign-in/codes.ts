/**
 * Sign-in by a code of six digits that the visitor types. Not by a link: mail scanners open links and would use them
 * up.
 */

import { createHash, randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { CODE_MINUTES, codeMail, codeSms } from '../../../domain/texts/messages/code.ts';
import { HOUR, type Instant, MINUTE, plus } from '../../../domain/time/time.ts';
import type { Channels } from '../../../gateways/channels.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { readGrants } from '../../../store/read/grants.ts';
import { readContext } from '../../../store/read/installation.ts';
import {
  addCode,
  addCodeWithin,
  type CodeWay,
  findReadOut,
  type NewCode,
  tryCode,
  useCode,
} from '../../../store/visit/sign-in-codes.ts';
import type { CodeToSend, Deps } from '../deps.ts';
import type { Address } from './address.ts';

const MOST_TRIES = 5;
/**
 * Codes an hour for one network address. All offices of a city may share one gateway, and all sign in on the due day.
 */
const OF_CLIENT = 600;
const LIMITS = { oncePerMs: MINUTE, windowMs: HOUR, ofAddress: 5, ofClient: OF_CLIENT };

type Asked =
  | { readonly kind: 'asked'; readonly id: string }
  | { readonly kind: 'too soon' | 'too many' };

/** Answers the same, and as fast, whether or not the address is known: does not wait for the code to be sent. */
export async function askForCode(deps: Deps, address: Address, client: string): Promise<Asked> {
  const now = await deps.now();
  const { code, row } = newCode(deps, { address: address.text, client, now, way: address.way });
  const added = await addCodeWithin(deps.pool, row, LIMITS);
  if (added !== 'added') return { kind: added };
  const known = await readGrants(deps.pool, deps.plan, address.text, now);
  const [first] = known;
  if (first) {
    deps
      .sendCode({ id: row.id, to: address, name: first.name, code, minutes: CODE_MINUTES, at: now })
      .catch((error: unknown) => console.error(`sign-in code not sent: ${String(error)}`));
  }
  return { kind: 'asked', id: row.id };
}

/**
 * A code that an officer reads out to a caller. Without limits: a recorded command precedes it.
 * @param id of that command: one command makes one code
 * @returns null when the command has made a code already
 */
export async function makeReadOut(deps: Deps, address: string, id: string): Promise<string | null> {
  const now = await deps.now();
  const { code, row } = newCode(deps, { address, client: 'read-out', now, way: 'read-out' }, id);
  return (await addCode(deps.pool, row)) ? code : null;
}

const LINK_HOURS = 24;

/** A link for the terminal: signs in once, as administrator. @returns path and query of the page */
export async function makeLink(deps: Pick<Deps, 'pool' | 'plan' | 'now'>): Promise<string> {
  const now = await deps.now();
  const { row } = newCode(deps, { address: 'terminal', client: 'terminal', now, way: 'link' });
  const code = randomBytes(24).toString('hex');
  const expiresAt = plus(now, LINK_HOURS * HOUR);
  await addCode(deps.pool, { ...row, codeHash: hashOfCode(row.id, code), expiresAt });
  return `/sign-in/link/${row.id}?code=${code}`;
}

type Tried =
  | { readonly kind: 'right'; readonly address: string; readonly way: CodeWay }
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'over' };

/** Accepts the code that was asked for, or one read out for the same address. */
export async function enterCode(deps: Deps, id: string, typed: string): Promise<Tried> {
  const now = await deps.now();
  const tried = await tryCode(deps.pool, id, now, MOST_TRIES);
  if (!tried) return { kind: 'over' };
  if (isSame(id, typed, tried.codeHash)) {
    const { address, way } = tried;
    return (await useCode(deps.pool, id, now)) ? { kind: 'right', address, way } : { kind: 'over' };
  }
  const readOut = await findReadOut(deps.pool, deps.plan, tried.address, now);
  const spoken = readOut && (await tryCode(deps.pool, readOut, now, MOST_TRIES));
  if (readOut && spoken && isSame(readOut, typed, spoken.codeHash)) {
    if (await useCode(deps.pool, readOut, now)) {
      return { kind: 'right', address: tried.address, way: 'read-out' };
    }
  }
  return { kind: 'wrong', left: MOST_TRIES - tried.tries };
}

type Wanted = {
  readonly address: string;
  readonly client: string;
  readonly now: Instant;
  readonly way: CodeWay;
};

function newCode(
  { plan }: Pick<Deps, 'plan'>,
  { now, ...wanted }: Wanted,
  id: string = randomUUID(),
) {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const expiresAt = plus(now, CODE_MINUTES * MINUTE);
  const row: NewCode = {
    ...wanted,
    id,
    plan,
    codeHash: hashOfCode(id, code),
    madeAt: now,
    expiresAt,
  };
  return { code, row };
}

/** Ignores blanks and hyphens between the digits. */
const isSame = (id: string, typed: string, codeHash: string): boolean =>
  timingSafeEqual(
    Buffer.from(hashOfCode(id, typed.normalize('NFKC').replace(/\s|-/g, '')), 'hex'),
    Buffer.from(codeHash, 'hex'),
  );

const hashOfCode = (id: string, code: string): string =>
  createHash('sha256').update(`${id}:${code}`).digest('hex');

/**
 * Sends a sign-in code at once, not through a workflow: somebody is waiting. Uses the installation's channels, so the
 * protection of real people applies here too.
 */
export const codeSender =
  (pool: Pool, plan: string, { mail, sms }: Pick<Channels, 'mail' | 'sms'>): Deps['sendCode'] =>
  async (sent: CodeToSend) => {
    const { rules, settings } = await readContext(pool, plan);
    const { name: bureau, signature, phone } = rules.plan.bureau;
    const { name, code, minutes } = sent;
    const { demonstration } = settings;
    const facts = { name, code, minutes, bureau, signature, phone, demonstration };
    const key = `sign-in#${sent.id}`;
    const date = new Date(sent.at);
    if (sent.to.way === 'sms') {
      const words = codeSms(rules.plan, facts);
      await sms.send({ key, to: sent.to.text, ...words, kind: 'sign-in-code', date });
      return;
    }
    const to = { name: sent.name, address: sent.to.text };
    const words = codeMail(rules.plan, facts);
    await mail.send({ key, to, ...words, attachments: [], date });
  };
