/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Words } from '../shared/language.ts';

type OffersProps = { readonly words: Words; readonly form: string };

/** Ways out that the script shows when saving by itself has come to a halt; without it the server's pages offer them. */
export const ReportOffers = ({ words, form }: OffersProps) => (
  <>
    <span data-offer="conflict" hidden>
      <a href={form} target="_blank" rel="noopener">
        {words.seeOther}
      </a>{' '}
      <button class="second" type="button" data-deed="overwrite">
        {words.overwriteButton}
      </button>
    </span>
    <span data-offer="signed-out" hidden>
      <a href="/sign-in" target="_blank" rel="noopener">
        {words.signInElsewhere}
      </a>
    </span>
    <span data-offer="spare" hidden>
      <button class="second" type="button" data-deed="take">
        {words.takeSpare}
      </button>{' '}
      <button class="second" type="button" data-deed="drop">
        {words.dropSpare}
      </button>
    </span>
  </>
);
