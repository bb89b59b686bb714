/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { linkTo } from '../shared/language.ts';
import { GROUPS } from '../shared/standing.ts';
import type { BoardProps } from './board-view.ts';
import { desksOf, queryOf, SHOWS, SORTS } from './board-view.ts';

/** A plain GET form: works without scripts, and the filtered board is a link. */
export function BoardFilter({ frame, board, query, view }: BoardProps) {
  const { words, language } = frame;
  const here = `/${board.round.period}`;
  const desks = desksOf(frame.rules.plan);
  const isFiltered =
    query.show !== null || query.group !== null || query.desk !== null || query.text !== '';
  return (
    <search>
      <form class="board-filter" method="get" action={here}>
        {language === 'en' && <input type="hidden" name="lang" value="en" />}
        {!query.live && <input type="hidden" name="live" value="0" />}
        <label>
          {words.search}
          <input
            type="search"
            name="q"
            value={query.text}
            maxlength={50}
            placeholder={words.searchHint}
            data-search
          />
        </label>
        <Choice
          label={words.show}
          name="show"
          chosen={query.show}
          any={words.showAll}
          options={SHOWS.map((show) => [show, words.shows[show]])}
        />
        <Choice
          label={words.group}
          name="group"
          chosen={query.group}
          any={words.allGroups}
          options={GROUPS.map((group) => [group, words.groups[group]])}
        />
        {desks.length > 0 && (
          <Choice
            label={words.desk}
            name="desk"
            chosen={query.desk}
            any={words.allDesks}
            options={desks.map((desk) => [desk, desk])}
          />
        )}
        <Choice
          label={words.sort}
          name="sort"
          chosen={query.sort}
          options={SORTS.filter((sort) => sort !== 'desk' || desks.length > 0).map((sort) => [
            sort === 'plan' ? '' : sort,
            words.sorts[sort],
          ])}
        />
        <button type="submit">{words.apply}</button>
        {isFiltered && (
          <span class="found">
            {words.found(view.found, board.units.length)}{' '}
            <a href={linkTo(here, language, queryOf({ ...query, ...NOTHING }))}>{words.clear}</a>
          </span>
        )}
      </form>
    </search>
  );
}

const NOTHING = { show: null, group: null, desk: null, text: '', page: 1 };

type ChoiceProps = {
  readonly label: string;
  readonly name: string;
  readonly chosen: string | null;
  readonly any?: string;
  readonly options: readonly (readonly [value: string, text: string])[];
};

const Choice = ({ label, name, chosen, any, options }: ChoiceProps) => (
  <label>
    {label}
    <select name={name}>
      {any !== undefined && <option value="">{any}</option>}
      {options.map(([value, text]) => (
        <option value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </label>
);
