/** Roles: of contacts in the roster, and of users of the pages. Their Chinese names: domain/field-words.ts. */
import type { Role } from '../plan/plan.ts';

/** Roles of the bureau's own contacts. */
export const OWN_ROLES: readonly Role[] = ['officer', 'chief'];

/** Roles that several contacts of a unit may have. */
export const MAY_BE_SEVERAL: readonly Role[] = ['officer'];

/** A person may have several. */
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

/** `unit` is set for roles that act for one unit: liaison, deputy, leader. */
export type Grant = { readonly role: WebRole; readonly unit: string | null; readonly name: string };

/** Roles that an account can have; the others belong to contacts only. */
export type AccountRole = Extract<WebRole, 'officer' | 'chief' | 'supervisor' | 'administrator'>;
export const ACCOUNT_ROLES: readonly AccountRole[] = [
  'officer',
  'chief',
  'supervisor',
  'administrator',
];
