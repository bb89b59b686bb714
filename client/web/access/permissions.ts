/** The one table of who may do what on the pages. Every route names what it needs (client/web/access/routes.tsx). */
import type { Grant, WebRole } from '../../../domain/people/roles.ts';

const BUREAU = ['officer', 'chief'] as const;

export const PERMISSIONS = {
  /** A unit's own page, its versions and files; the bureau and the administrator see every unit's. */
  'read unit': ['liaison', 'deputy', 'leader', ...BUREAU, 'administrator'],
  /** The form, files, confirming the notice, asking for a later date. */
  report: ['liaison', 'deputy'],
  endorse: ['leader'],
  /** Board, messages, compilations. */
  'read round': [...BUREAU, 'administrator'],
  /** Who is overdue, and nothing else: 督查室. */
  'read overdue': ['supervisor', ...BUREAU, 'administrator'],
  /** Review, dates, waivers, calls, letters, entering what came another way. */
  'work on round': [...BUREAU],
  /** Leave of a unit's people, and what they answer when asked who they are. */
  'tend contacts': [...BUREAU, 'administrator'],
  /** To send again what did not get through. */
  'send again': [...BUREAU, 'administrator'],
  /** To stop everything that would leave the house, and to let it go on. */
  'halt sending': [...BUREAU, 'administrator'],
  'sign off': ['chief'],
  'read history': [...BUREAU],
  administer: ['administrator'],
} as const satisfies Record<string, readonly WebRole[]>;

export type Permission = keyof typeof PERMISSIONS;

/** What a route needs: nothing at all, any signed-in person, or a permission. */
export type Need = 'anyone' | 'signed in' | Permission;

/** Where somebody begins: the bureau's rounds, what their unit owes, or who is overdue. */
export function startPath(grants: readonly Grant[]): '/' | '/mine' | '/overdue' {
  if (may(grants, 'read round')) return '/';
  return grants.some(({ unit }) => unit !== null) ? '/mine' : '/overdue';
}

/** Roles that count for one unit only. */
const OF_UNIT: readonly WebRole[] = ['liaison', 'deputy', 'leader'];

/**
 * The grant by which somebody may, or null. With a unit, a grant of another unit does not count.
 * Of several the one that acts for the unit comes first: what a liaison does is done as liaison.
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
