/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

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
