/** cuibao contact list | set | remove | clear-bounce | leave | return: the contacts of a unit, changed one at a time. */

import { CONTACT_ROLE } from '../../domain/field-words.ts';
import { leavesFrom } from '../../domain/people/leave.ts';
import { maskMobile } from '../../domain/people/masked.ts';
import type { ContactDetails, Role } from '../../domain/plan/plan.ts';
import { findUnit } from '../../domain/plan/roster.ts';
import type { ContactPlace } from '../../domain/plan-change/act.ts';
import type { NumberedContact } from '../../domain/plan-change/situation.ts';
import { Problem } from '../../domain/problem.ts';
import type { Zone } from '../../domain/time/time.ts';
import {
  type BouncedAddress,
  readBounced,
  readLeaves,
  readNumberedContacts,
} from '../../store/read/contacts.ts';
import { onPlan } from '../command.ts';
import { parseDay } from '../typed-time.ts';
import { type Context, type Deps, withPlan } from './context.ts';
import { type ActOptions, answer, wishOf } from './terminal/answer.ts';
import { say, sayJson } from './terminal/say.ts';
import { table } from './terminal/table.ts';

/** A contact as people name it: the unit by code, name or alias. */
type WhichContact = { readonly unit: string; readonly role: Role };
type Changes = { readonly [Field in keyof ContactDetails]?: string };

export const listContacts = (
  context: Context,
  unit: string | undefined,
  { json }: { json?: true },
): Promise<void> =>
  withPlan(context, async ({ pool, plan, rules: { zone }, now }) => {
    const bounced = await readBounced(pool);
    const only = unit === undefined ? null : findUnit(plan, unit).code;
    const leaves = await readLeaves(pool, plan.id);
    const today = zone.dayOf(await now());
    const contacts = (await readNumberedContacts(pool, plan.id))
      .filter((contact) => only === null || contact.unit === only)
      .map(({ mark: _mark, ...contact }) => ({
        ...contact,
        mobile: contact.mobile && maskMobile(contact.mobile),
        bounced: bounced.get((contact.email ?? '').toLowerCase()) ?? null,
        leaves: leavesFrom(contact, leaves, today).map(({ from, until, substitute }) => ({
          from,
          until,
          substitute: substitute?.name ?? '备用联络员',
        })),
      }));
    if (json) return sayJson(contacts.map((contact) => inJson(contact, zone)));
    const names = new Map(plan.units.map(({ code, name }) => [code, name]));
    const columns = ['单位', '角色', '姓名', '邮箱', '手机', '电话', '退信', '休假'];
    const rows = contacts.map((contact) => rowOf(contact, names.get(contact.unit)));
    say(
      table(
        columns.map((title) => ({ title, width: 24 })),
        rows,
      ),
    );
  });

type Listed = Omit<NumberedContact, 'mark'> & {
  readonly bounced: BouncedAddress | null;
  readonly leaves: readonly {
    readonly from: string;
    readonly until: string;
    readonly substitute: string;
  }[];
};

const rowOf = (contact: Listed, unitName = contact.unit): string[] => [
  unitName,
  `${CONTACT_ROLE[contact.role]}${contact.ordinal > 1 ? `（第${contact.ordinal}位）` : ''}`,
  contact.name,
  ...[contact.email, contact.mobile, contact.phone].map((way) => way ?? ''),
  contact.bounced === null ? '' : BOUNCES[contact.bounced.verdict],
  contact.leaves.map((l) => `${l.from}至${l.until}由${l.substitute}代`).join('；'),
];

const BOUNCES: Readonly<Record<BouncedAddress['verdict'], string>> = {
  undelivered: '邮箱无效',
  'not now': '暂未送达',
  unclear: '原因不明',
};

const inJson = ({ bounced, ...contact }: Listed, zone: Zone) => ({
  ...contact,
  bounced: bounced && { verdict: bounced.verdict, code: bounced.code, at: zone.iso(bounced.at) },
});

/** Somebody has checked that the address works. */
export const clearBounce = (
  context: Context,
  address: string,
  options: ActOptions,
): Promise<void> =>
  withPlan(context, async (deps) => {
    const act = { kind: 'clear-bounce', address } as const;
    const wish = wishOf(deps, 'bureau', options);
    answer(await onPlan(deps, wish, deps.plan.id, act), deps.rules.zone, options);
  });

/** Fields without an option stay as they are; an empty value clears a field. */
export const setContact = (
  context: Context,
  which: WhichContact,
  options: ActOptions & Changes & { ordinal: number },
): Promise<void> =>
  withPlan(context, async (deps) => {
    const { place, before } = await findContact(deps, which, options.ordinal);
    const field = (name: keyof ContactDetails) => options[name] ?? before?.[name] ?? '';
    const contact = {
      name: field('name'),
      email: field('email') || null,
      mobile: field('mobile') || null,
      phone: field('phone') || null,
    };
    const act = { kind: 'set-contact', place, seen: before?.mark ?? null, contact } as const;
    const wish = wishOf(deps, 'administrator', options);
    answer(await onPlan(deps, wish, deps.plan.id, act), deps.rules.zone, options);
  });

export const removeContact = (
  context: Context,
  which: WhichContact,
  options: ActOptions & { ordinal: number; reason: string },
): Promise<void> =>
  withPlan(context, async (deps) => {
    const { place, before } = await findContact(deps, which, options.ordinal);
    const { reason } = options;
    const act = { kind: 'remove-contact', place, seen: before?.mark ?? '', reason } as const;
    const wish = wishOf(deps, 'administrator', options);
    answer(await onPlan(deps, wish, deps.plan.id, act), deps.rules.zone, options);
  });

async function findContact(
  { pool, plan }: Deps,
  { unit: text, role }: WhichContact,
  ordinal: number,
): Promise<{ readonly place: ContactPlace; readonly before: NumberedContact | undefined }> {
  const place = { unit: findUnit(plan, text).code, role, ordinal };
  const before = (await readNumberedContacts(pool, plan.id)).find(
    (one) => one.unit === place.unit && one.role === role && one.ordinal === ordinal,
  );
  return { place, before };
}

type LeaveOptions = ActOptions & {
  readonly ordinal: number;
  readonly from: string;
  readonly until: string;
  readonly deputy?: true;
  readonly name?: string;
  readonly email?: string;
  readonly mobile?: string;
  readonly phone?: string;
};

/** On these days messages go to the substitute or the deputy. */
export const setLeave = (
  context: Context,
  which: WhichContact,
  options: LeaveOptions,
): Promise<void> =>
  withPlan(context, async (deps) => {
    const { zone } = deps.rules;
    const { place, before } = await findContact(deps, which, options.ordinal);
    const { name = '', email, mobile, phone } = options;
    if (options.deputy && name !== '') {
      throw new Problem(
        'invalid',
        '--deputy 和 --name 只能写一个：由备用联络员代，或由所写的人代。',
      );
    }
    const act = {
      kind: 'set-leave',
      place,
      seen: before?.mark ?? '',
      from: parseDay(options.from, zone),
      until: parseDay(options.until, zone),
      substitute: options.deputy
        ? null
        : { name, email: email || null, mobile: mobile || null, phone: phone || null },
    } as const;
    const wish = wishOf(deps, 'administrator', options);
    answer(await onPlan(deps, wish, deps.plan.id, act), zone, options);
  });

/** Ends the leave under way, otherwise cancels the next one. */
export const endLeave = (
  context: Context,
  which: WhichContact,
  options: ActOptions & { readonly ordinal: number },
): Promise<void> =>
  withPlan(context, async (deps) => {
    const { zone } = deps.rules;
    const { before } = await findContact(deps, which, options.ordinal);
    const today = zone.dayOf(await deps.now());
    const all = await readLeaves(deps.pool, deps.plan.id);
    const [first] = before ? leavesFrom(before, all, today) : [];
    const wish = wishOf(deps, 'administrator', options);
    const act = { kind: 'end-leave', leave: first?.id ?? '' } as const;
    answer(await onPlan(deps, wish, deps.plan.id, act), zone, options);
  });
