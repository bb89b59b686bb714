/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Figure } from '../../../domain/submission.ts';
import type { Words } from '../words.ts';

type Props = { readonly words: Words; readonly figures: readonly Figure[] };

/** Figures as they were handed in, to be read. */
export const FigureList = ({ words, figures }: Props) =>
  figures.length === 0 ? null : (
    <ul class="figure-list" aria-label={words.mainFigures}>
      {figures.map(({ name, value, unit }) => (
        <li>
          {`${name} `}
          <b>{value}</b>
          {` ${unit}`}
        </li>
      ))}
    </ul>
  );
