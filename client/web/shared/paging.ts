/** The page number in an address (`?page=`); 1 when it is missing or no number. */
export const askedPage = (typed: string | undefined): number =>
  Math.max(1, Number.parseInt(typed ?? '', 10) || 1);

/** How many pages a list takes; an empty one takes one. */
export const pagesFor = (rows: number, size: number): number => Math.max(1, Math.ceil(rows / size));

/** One page of a list. A number beyond the end gives the last page. */
export function pageOf<Row>(
  all: readonly Row[],
  asked: number,
  size: number,
): { readonly rows: readonly Row[]; readonly page: number; readonly pages: number } {
  const pages = pagesFor(all.length, size);
  const page = Math.min(asked, pages);
  return { rows: all.slice((page - 1) * size, page * size), page, pages };
}
