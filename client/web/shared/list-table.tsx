/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Words } from './language.ts';

type ListTableProps = {
  /** One heading for each column; browsers repeat them on every printed page. */
  readonly columns: readonly Child[];
  /** A CSS class for this list only. */
  readonly kind?: string;
  /** The last column holds actions and is not printed. */
  readonly deeds?: boolean;
  /** One `tbody` or several. */
  readonly children?: Child;
};

/** A list of records; all pages use it. */
export const ListTable = ({ columns, kind, deeds, children }: ListTableProps) => (
  <table class={['list', kind, deeds && 'with-deeds'].filter(Boolean).join(' ')}>
    <ColumnHeads columns={columns} />
    {children}
  </table>
);

export const ColumnHeads = ({ columns }: Pick<ListTableProps, 'columns'>) => (
  <thead>
    <tr>
      {columns.map((column) => (
        <th scope="col">{column}</th>
      ))}
    </tr>
  </thead>
);

type PagesLinksProps = {
  readonly words: Words;
  readonly page: number;
  readonly pages: number;
  /** The address of another page of the same list. */
  readonly to: (page: number) => string;
};

/** Links to the pages of a list; nothing when it has one page. */
export const PagesLinks = ({ words, page, pages, to }: PagesLinksProps) =>
  pages === 1 ? null : (
    <p class="pages">
      {page > 1 && <a href={to(page - 1)}>{words.previousPage}</a>}
      <span>{words.pageOf(page, pages)}</span>
      {page < pages && <a href={to(page + 1)}>{words.nextPage}</a>}
    </p>
  );
