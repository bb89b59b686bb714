/** What the roles of contacts are called, and which of them are for the bureau alone: for the folder and for changes by hand. */
import type { Role } from '../plan/plan.ts';

/** Who holds one of these may do the bureau's work at the pages. */
export const OWN_ROLES: readonly Role[] = ['officer', 'chief'];

/** Every other role of a unit is one person. */
export const MAY_BE_SEVERAL: readonly Role[] = ['officer'];

/** What a person may be to the pages. One person may be several things; a contact of the plan folder is one by being named there. */

export const WEB_ROLES = [
  'liaison',
  'deputy',
  'leader',
  'officer',
  'chief',
  'supervisor',
  'administrator',
] as const;
export type WebRole = (typeof WEB_ROLES)[number];

/** `unit` is set for those who act for one unit only: liaison, deputy, leader. */
export type Grant = { readonly role: WebRole; readonly unit: string | null; readonly name: string };

/** Roles that are given by an account; the others come with being a contact of a unit. */
export type AccountRole = Extract<WebRole, 'officer' | 'chief' | 'supervisor' | 'administrator'>;
export const ACCOUNT_ROLES: readonly AccountRole[] = [
  'officer',
  'chief',
  'supervisor',
  'administrator',
];
