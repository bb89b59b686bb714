/** Names that workflows and those who talk to them share. */
import { defineSignal } from '@temporalio/workflow';

/** The only signal: a hint to look again. Doubled, late, out of order or lost makes no difference but time. */
export const changed = defineSignal<[rev: number]>('changed');

export const WORKFLOWS = ['reportingYear', 'reportingRound', 'obligation'] as const;
export type WorkflowName = (typeof WORKFLOWS)[number];

export type WorkflowInput = { readonly v: 1; readonly id: string };

/** Queues of one installation: workflows and database work on `base`, each channel on its own, with its own limits. */
export const queues = (base: string) => ({
  base,
  email: `${base}-email`,
  sms: `${base}-sms`,
  compile: `${base}-compile`,
});
