/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { figuresText } from '../../../domain/obligation/figures.ts';
import type { Obligation } from '../../../domain/obligation/obligation.ts';
import type { Report } from '../../../domain/obligation/submission.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { periodName } from '../shared/shown.ts';

type Props = {
  readonly frame: Frame;
  readonly period: string;
  readonly obligation: Obligation;
  readonly report: Report;
  /** Null before it is handed in. */
  readonly version: number | null;
};

/** The report on paper, with room for signatures and the seal. */
export function SignaturePage({ frame, period, obligation, report, version }: Props) {
  const { words, language, rules } = frame;
  const home = `/${period}/${obligation.unit}`;
  return (
    <Layout frame={frame} title={words.signaturePage} here={`${home}/report/signature`}>
      <p class="crumbs no-print">
        <a href={linkTo(home, language)}>{`${obligation.unitName} ${period}`}</a>
      </p>
      <p class="no-print why">{words.printPage}</p>
      <article class="sheet">
        <h1>{`${periodName('zh', period)}${rules.plan.subject}落实情况`}</h1>
        <p>
          {`${obligation.unitName} · `}
          {version === null ? words.fromDraft : `${words.version}${version}${words.versionEnd}`}
        </p>
        <table>
          <tbody>
            {report.items.map((item) => (
              <tr>
                <th scope="row">{words.itemHeading(item.no)}</th>
                <td>
                  {`${item.status}。${item.progress}`}
                  {item.figures && <p>{`${words.mainFigures}：${figuresText(item.figures)}`}</p>}
                  {item.problems && <p>{`${words.problems}：${item.problems}`}</p>}
                  {item.nextSteps && <p>{`${words.nextSteps}：${item.nextSteps}`}</p>}
                </td>
              </tr>
            ))}
            {report.remark && (
              <tr>
                <th scope="row">{report.nil ? words.nil : words.remark}</th>
                <td>{report.remark}</td>
              </tr>
            )}
          </tbody>
        </table>
        <p>{words.declaration}</p>
        <table class="signs">
          <tbody>
            <Sign
              name={words.signatureOf.prepared}
              value={`${report.preparedBy} ${report.phone}`}
            />
            <Sign name={words.signatureOf.reviewed} value={report.reviewedBy} />
            <Sign name={words.signatureOf.signed} value={report.signedBy} />
            <Sign name={words.signatureOf.seal} value="" />
            <Sign name={words.signatureOf.date} value="" />
          </tbody>
        </table>
      </article>
    </Layout>
  );
}

const Sign = ({ name, value }: { name: string; value: string }) => (
  <tr>
    <th scope="row">{name}</th>
    <td class="blank">{value}</td>
  </tr>
);
