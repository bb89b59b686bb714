/** Who may do what on the pages, in one table. Every route names what it needs (client/web/access/routes.tsx). */
import type { Grant, WebRole } from '../../../domain/people/roles.ts';

const BUREAU = ['officer', 'chief'] as const;

export const PERMISSIONS = {
  /** A unit's own page, its versions and files. The bureau and the administrator see those of every unit. */
  'read unit': ['liaison', 'deputy', 'leader', ...BUREAU, 'administrator'],
  /** The form, files, confirming the notice, asking for a later date. */
  report: ['liaison', 'deputy'],
  endorse: ['leader'],
  /** Board, messages, compilations. */
  'read round': [...BUREAU, 'administrator'],
  /** Who is overdue, and nothing else (督查室 has only this). */
  'read overdue': ['supervisor', ...BUREAU, 'administrator'],
  /** Review, dates, waivers, calls, letters, recording reports that came another way. */
  'work on round': [...BUREAU],
  /** Leave of a unit's people, and their answers to the contact check. */
  'tend contacts': [...BUREAU, 'administrator'],
  'send again': [...BUREAU, 'administrator'],
  /** Halt and resume all sending. */
  'halt sending': [...BUREAU, 'administrator'],
  'sign off': ['chief'],
  'read history': [...BUREAU],
  administer: ['administrator'],
} as const satisfies Record<string, readonly WebRole[]>;

export type Permission = keyof typeof PERMISSIONS;

export type Need = 'anyone' | 'signed in' | Permission;

/** The start page: the bureau's rounds, what a unit owes, or who is overdue. */
export function startPath(grants: readonly Grant[]): '/' | '/mine' | '/overdue' {
  if (may(grants, 'read round')) return '/';
  return grants.some(({ unit }) => unit !== null) ? '/mine' : '/overdue';
}

/** Roles that count for one unit only. */
const OF_UNIT: readonly WebRole[] = ['liaison', 'deputy', 'leader'];

/**
 * The grant that permits it, or null. With a unit, grants of other units do not count.
 * Of several, a grant of the unit itself comes first: a liaison acts as liaison.
 */
export function grantFor(
  grants: readonly Grant[],
  permission: Permission,
  unit?: string,
): Grant | null {
  const roles: readonly WebRole[] = PERMISSIONS[permission];
  const fitting = grants
    .filter(({ role }) => roles.includes(role))
    .filter((grant) => unit === undefined || grant.unit === null || grant.unit === unit);
  return fitting.toSorted((a, b) => OF_UNIT.indexOf(b.role) - OF_UNIT.indexOf(a.role))[0] ?? null;
}

export const may = (grants: readonly Grant[], permission: Permission, unit?: string): boolean =>
  grantFor(grants, permission, unit) !== null;
