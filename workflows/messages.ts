/** Names shared by workflows and their callers. */
import { defineSignal } from '@temporalio/workflow';
import type { Look } from '../activities/obligation/look.ts';

export type { Look };

/**
 * The only signal, a hint that there is something new; an obligation also gets the look that shows it. A signal that is
 * doubled, late, out of order or lost costs only time.
 */
export const changed = defineSignal<[rev: number, look?: Look]>('changed');

export const WORKFLOWS = ['reportingYear', 'reportingRound', 'obligation'] as const;
export type WorkflowName = (typeof WORKFLOWS)[number];

export type WorkflowInput = { readonly v: 1; readonly id: string };
/** With the first look, when the caller has just made one. */
export type ObligationInput = WorkflowInput & { readonly look?: Look };

/** Queues of one installation: workflows and database work on `base`, each channel on its own, with its own limits. */
export const queues = (base: string) => ({
  base,
  email: `${base}-email`,
  sms: `${base}-sms`,
  compile: `${base}-compile`,
});
