/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { Compilation } from '../../../domain/compilation/compilation.ts';
import type { CompilationPage as Data } from '../../../store/read/compilations.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo, type Words } from '../shared/language.ts';
import { ListTable } from '../shared/list-table.tsx';
import { dateTime } from '../shared/shown.ts';
import { FigureList } from '../submission/report-text.tsx';

type BodyProps = { readonly words: Words; readonly data: Compilation };
type Item = Compilation['categories'][number]['items'][number];
type Text = Item['texts'][number];

/** The body of the report: overview, categories, towns, problems, next steps. */
export const CompilationBody = ({ words, data }: BodyProps) => (
  <div class="report">
    <h2>{words.overview}</h2>
    <p>{data.overview.arrivals}</p>
    <p>{data.overview.progress}</p>
    <h2>{words.byCategory}</h2>
    {data.categories.map((category) => (
      <>
        <h3>{`${category.no}. ${category.title}`}</h3>
        {category.items.map((item) => (
          <ItemPart words={words} item={item} />
        ))}
      </>
    ))}
    <h2>{words.towns}</h2>
    {data.towns.map((town) => (
      <section>
        <h3>
          {town.unitName} {town.note && <small>{town.note}</small>}
        </h3>
        {town.items.map((item) => (
          <UnitLine words={words} text={item} name={words.itemNo(item.no)} />
        ))}
        {town.overall && <p>{town.overall}</p>}
      </section>
    ))}
    <Points title={words.problems} parts={data.problems} />
    <Points title={words.nextSteps} parts={data.nextSteps} />
    {data.remarks.length > 0 && <h2>{words.otherRemarks}</h2>}
    {data.remarks.map((remark) => (
      <p>
        <b>{remark.unitName}</b> {remark.text}
      </p>
    ))}
  </div>
);

const ItemPart = ({ words, item }: { words: Words; item: Item }) => (
  <section class="item">
    <p>
      <b>{words.itemNo(item.no)}</b> {item.content}{' '}
      <small>
        {`${words.leads}：${item.leads.join('、')}；${words.schedule}：${item.schedule}`}
        {item.seeAlso.length > 0 &&
          `；${words.seeAlso}${item.seeAlso.join('、')}${words.seeAlsoEnd}`}
      </small>
    </p>
    {[...item.texts, ...item.townTexts].map((text) => (
      <UnitLine words={words} text={text} name={text.unitName} />
    ))}
    {item.townStatuses.length > 0 && (
      <p class="why">
        {item.townStatuses.map(({ unitName, status }) => `${unitName}：${status}`).join('；')}
      </p>
    )}
  </section>
);

type LineProps = { readonly words: Words; readonly text: Text; readonly name: string };

const UnitLine = ({ words, text, name }: LineProps) => (
  <>
    <p class="unit-text">
      <b>{name}</b> {text.status && <span class="tag">{text.status}</span>} {text.text}{' '}
      {text.note && <small>{text.note}</small>}
    </p>
    <FigureList words={words} figures={text.figures ?? []} />
  </>
);

type PointsProps = { readonly title: string; readonly parts: Compilation['problems'] };

const Points = ({ title, parts }: PointsProps) =>
  parts.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      {parts.map((part) => (
        <p class="unit-text">
          <b>{part.unitName}</b> {part.points.map(({ no, text }) => `（${no}）${text}`).join(' ')}
        </p>
      ))}
    </>
  );

type ListsProps = { readonly words: Words; readonly data: Compilation };

/** Who reported when and how, and who did not. */
export const CompilationLists = ({ words, data }: ListsProps) => (
  <>
    <h2>{`${words.missingUnits}（${data.missing.length}）`}</h2>
    {data.missing.length > 0 && (
      <ListTable columns={[words.unit, words.due, words.situation]}>
        <tbody>
          {data.missing.map((row) => (
            <tr>
              <th scope="row">{row.unitName}</th>
              <td>{row.due}</td>
              <td class="long">{row.situation}</td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    )}
    <h2>{`${words.arrivals}（${data.arrivals.length}）`}</h2>
    <ListTable
      columns={[
        words.unit,
        words.state,
        words.firstReceived,
        words.way,
        words.timeliness,
        words.note,
      ]}
    >
      <tbody>
        {data.arrivals.map((row) => (
          <tr>
            <th scope="row">{row.unitName}</th>
            <td>{row.state}</td>
            <td>{row.firstReceived}</td>
            <td>{row.way}</td>
            <td>{row.onTime}</td>
            <td class="long">{row.note}</td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  </>
);

/** Reports that came after sign-off: kept, in no version. */
export function CompilationSupplements({ frame, page }: { frame: Frame; page: Data }) {
  const { words, language } = frame;
  const { supplements, round } = page;
  if (supplements.length === 0) return null;
  return (
    <section>
      <h2>{`${words.supplements}（${supplements.length}）`}</h2>
      <p class="why">{words.supplementsHint}</p>
      <ul>
        {supplements.map(({ unit, unitName, version, receivedAt }) => (
          <li>
            <a href={linkTo(`/${round.period}/${unit}`, language)}>{unitName}</a>{' '}
            {`${words.version}${version}${words.versionEnd} · ${dateTime(frame, receivedAt)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
