/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { figureRows } from '../../../domain/obligation/figures.ts';
import type { Figure } from '../../../domain/obligation/submission.ts';
import type { Words } from '../shared/language.ts';

type FigureListProps = {
  readonly words: Words;
  readonly figures: readonly Figure[];
  /** Of the period before; those that are not given any more stand there too. */
  readonly last?: readonly Figure[];
};

/** Figures as they were handed in, to be read. */
export function FigureList({ words, figures, last: before = [] }: FigureListProps) {
  const rows = figureRows(figures, before);
  if (rows.length === 0) return null;
  return (
    <ul class="figure-list" aria-label={words.mainFigures}>
      {rows.map(({ name, value, unit, last }) => (
        <li>
          {`${name} `}
          <b>{value || '—'}</b>
          {value && ` ${unit}`}
          {last !== null && <small>{`（${words.lastFigure(last)}）`}</small>}
        </li>
      ))}
    </ul>
  );
}
