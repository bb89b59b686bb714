/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Words } from '../shared/language.ts';

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
