/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Words } from './language.ts';

type ListTableProps = {
  /** The headings, one a column; the browser prints them again at the top of every page. */
  readonly columns: readonly Child[];
  /** For what only one list looks like. */
  readonly kind?: string;
  /** The last column is for what can be done; it is not printed. */
  readonly deeds?: boolean;
  /** One `tbody` or several. */
  readonly children?: Child;
};

/** A list of records, as all pages show it. */
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

/** Where a long list goes on; nothing where it is short. */
export const PagesLinks = ({ words, page, pages, to }: PagesLinksProps) =>
  pages === 1 ? null : (
    <p class="pages">
      {page > 1 && <a href={to(page - 1)}>{words.previousPage}</a>}
      <span>{words.pageOf(page, pages)}</span>
      {page < pages && <a href={to(page + 1)}>{words.nextPage}</a>}
    </p>
  );
