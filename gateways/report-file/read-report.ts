import type { Report } from '../../domain/obligation/submission.ts';

/** A report and, where the file says so, whose it is and for which period. */
export type ReadReport = {
  readonly report: Report;
  readonly unit: string | null;
  readonly period: string | null;
};
