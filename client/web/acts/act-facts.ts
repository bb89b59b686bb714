/** What stands beside a form: how things are, and what the act will bring about. */
import type { Frame } from '../shared/frame.ts';

export type FactLine = {
  readonly name: string;
  readonly value: string;
  /** Where more of it can be read. */
  readonly href?: string;
  readonly isBad?: boolean;
};

export type ActFacts = {
  readonly lines: readonly FactLine[];
  /** Messages as they would leave. */
  readonly texts: readonly { readonly title: string; readonly text: string }[];
  readonly follows: string | null;
};

export const followsOf = ({ words }: Frame, kind: string): string | null =>
  kind in words.follows ? words.follows[kind as keyof typeof words.follows] : null;
