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
