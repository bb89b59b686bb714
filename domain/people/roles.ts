/** What the roles of contacts are called, and which of them are for the bureau alone: for the folder and for changes by hand. */
import type { Role } from '../plan/plan.ts';

export const ROLES: Readonly<Record<Role, string>> = {
  liaison: '联络员',
  deputy: '备用联络员',
  leader: '分管领导',
  head: '主要负责人',
  officer: '经办人',
  chief: '科室负责人',
};

/** Who holds one of these may do the bureau's work at the pages. */
export const OWN_ROLES: readonly Role[] = ['officer', 'chief'];

/** Every other role of a unit is one person. */
export const MAY_BE_SEVERAL: readonly Role[] = ['officer'];
