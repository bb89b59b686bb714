/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { type FigureRow, figureText } from '../../../domain/obligation/figures.ts';
import { LIMITS } from '../../../domain/obligation/limits.ts';
import type { Obligation } from '../../../domain/obligation/obligation.ts';
import { type ItemReport, STATUSES } from '../../../domain/obligation/submission.ts';
import type { WorkItem } from '../../../domain/plan/plan.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { dueText } from '../shared/shown.ts';

type Props = {
  readonly frame: Frame;
  readonly period: string;
  readonly obligation: Obligation;
  readonly item: WorkItem;
  /** From the draft, or from the last report. */
  readonly present: ItemReport | null;
  readonly figures: readonly FigureRow[];
};

/** One work item on one sheet, for the section of the unit that knows about it. */
export function ItemPage(props: Props) {
  const { frame, period, obligation, item, present, figures } = props;
  const { words, language } = frame;
  const home = `/${period}/${obligation.unit}`;
  return (
    <Layout frame={frame} title={words.itemHeading(item.no)} here={`${home}/items/${item.no}`}>
      <p class="crumbs no-print">
        <a href={linkTo(home, language)}>{`${obligation.unitName} ${period}`}</a>
      </p>
      <p class="no-print why">{words.printPage}</p>
      <article class="sheet">
        <h1>{`${words.itemHeading(item.no)}　${item.category}`}</h1>
        <p>{item.content}</p>
        <p>{`${words.leads}：${item.leads.join('、')}　${words.schedule}：${item.schedule}`}</p>
        <p>{`${words.dueLine}：${dueText(frame, obligation.due)}`}</p>
        <table>
          <tbody>
            <Blank name={words.itemStatus} value={present?.status ?? ''} most="" />
            <Blank
              name={words.itemProgress}
              value={present?.progress ?? ''}
              most={words.upTo(LIMITS.progress)}
            />
            <Blank
              name={words.mainFigures}
              value={figures.map((row) => figureLine(words, row)).join('\n')}
              most={words.figuresHint(period.endsWith('H2'))}
            />
            <Blank
              name={words.itemProblems}
              value={present?.problems ?? ''}
              most={words.upTo(LIMITS.problems)}
            />
            <Blank
              name={words.itemNextSteps}
              value={present?.nextSteps ?? ''}
              most={words.upTo(LIMITS.nextSteps)}
            />
          </tbody>
        </table>
      </article>
      <p class="field no-print">
        <label for="text">{words.sheetText}</label>
        <textarea id="text" rows={8} readonly>
          {`\n${textOf(props)}`}
        </textarea>
      </p>
    </Layout>
  );
}

/** The same as a message to pass on: what to write, how long, by when. */
function textOf({ frame, period, obligation, item, present, figures }: Props): string {
  const { words } = frame;
  const fields = [
    [words.itemStatus, STATUSES.join('、'), present?.status],
    [words.itemProgress, words.upTo(LIMITS.progress), present?.progress],
    [words.mainFigures, words.figuresHint(period.endsWith('H2')), linesOf(words, figures)],
    [words.itemProblems, words.upTo(LIMITS.problems), present?.problems],
    [words.itemNextSteps, words.upTo(LIMITS.nextSteps), present?.nextSteps],
  ] as const;
  return [
    `${obligation.unitName} ${period} ${words.itemHeading(item.no)}：${item.content}`,
    `${words.dueLine}：${dueText(frame, obligation.due)}`,
    ...fields.map(([name, hint, value]) => `${name}（${hint}）：${value ?? ''}`),
  ].join('\n');
}

/** 涉农贷款余额：____亿元（上期 12.3 亿元） */
function figureLine(words: Frame['words'], row: FigureRow): string {
  const line = row.value === '' ? `${row.name}：________${row.unit}` : figureText(row);
  return row.last === null ? line : `${line}（${words.lastFigure(row.last)}）`;
}

const linesOf = (words: Frame['words'], figures: readonly FigureRow[]): string =>
  figures.map((row) => `\n${figureLine(words, row)}`).join('');

type BlankProps = { readonly name: string; readonly value: string; readonly most: string };

const Blank = ({ name, value, most }: BlankProps) => (
  <tr>
    <th scope="row">
      {name}
      {most && <small>{` ${most}`}</small>}
    </th>
    <td class="blank">{value}</td>
  </tr>
);
