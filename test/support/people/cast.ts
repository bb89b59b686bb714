/** The year, rounds, units and actors that most tests use. */
import type { Actor } from '../../../domain/command.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';

export const YEAR = `${shippedPlan.id}/2018`;
export const WINTER = `${shippedPlan.id}/2017H2`;
export const ROUND = `${shippedPlan.id}/2018H1`;

/** A department, two towns, and the bureau itself, which also reports. */
export const AGRICULTURE = `${ROUND}/nongyeju`;
export const GUZHEN = `${ROUND}/guzhen`;
export const XIAOLAN = `${ROUND}/xiaolan`;
export const BUREAU = `${ROUND}/${shippedPlan.bureau.unit}`;

export const liaison: Actor = { kind: 'unit', name: '市农业局 张联络' };
export const officer: Actor = { kind: 'bureau', name: '普惠金融科 李科员' };
export const administrator: Actor = { kind: 'administrator', name: '管理员' };
