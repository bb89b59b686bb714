/** The shape of a report in JSON, as the form command writes it and other systems hand it in. */
import { z } from 'zod';
import { STATUSES } from '../../domain/obligation/submission.ts';

const figure = z.strictObject({
  name: z.string(),
  value: z.string(),
  unit: z.string(),
  /** What the form command says of the last period; nothing to hand in. */
  last: z.string().nullable().default(null),
});

const row = z.strictObject({
  no: z.int(),
  status: z.enum(STATUSES),
  progress: z.string().default(''),
  problems: z.string().default(''),
  nextSteps: z.string().default(''),
  figures: z.array(figure).default([]),
});

const reportSchema = z.strictObject({
  nil: z.boolean().default(false),
  items: z.array(row).default([]),
  remark: z.string().default(''),
  preparedBy: z.string(),
  phone: z.string(),
  reviewedBy: z.string().default(''),
  signedBy: z.string(),
  declaration: z.boolean(),
});

/** A file says in addition whose report it is, for which period, and what to do with it; none of the three is needed. */
export const reportFileSchema = reportSchema.extend({
  note: z.string().optional(),
  unit: z.string().optional(),
  period: z.string().optional(),
});
