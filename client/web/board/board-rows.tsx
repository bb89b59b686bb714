/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { isUndelivered } from '../../../domain/delivery/delivery.ts';
import { isLate, isOutstanding, partsOf } from '../../../domain/obligation/obligation.ts';
import type { Board, BoardUnit } from '../../../store/read/board.ts';
import { type LastMessage, lastContact } from '../../../store/read/last-contact.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { ListTable, PagesLinks } from '../shared/list-table.tsx';
import { maskedMobile, shortTime } from '../shared/shown.ts';
import { GROUPS, groupOf, lightOf, SECTIONS, sectionOf, signOf } from '../shared/standing.ts';
import { type BoardProps, desksByUnit, desksOf, queryOf } from './board-view.ts';

/** 未报 first; inside, by group, each in the order of the plan. Or by section of the bureau; otherwise in one piece. */
export function BoardRows(props: BoardProps) {
  const { frame, board, query, view } = props;
  const { words } = frame;
  const columns = [
    words.state,
    words.unit,
    words.liaison,
    words.arrivalOrDue,
    words.lastContact,
    words.promise,
    words.nextStep,
  ];
  if (view.units.length === 0) return <p>{words.noneFound}</p>;
  return (
    <>
      <ListTable kind="board" columns={columns}>
        {tableParts(props).map((part) => (
          <Rows frame={frame} board={board} {...part} />
        ))}
      </ListTable>
      <PagesLinks
        words={words}
        page={view.page}
        pages={view.pages}
        to={(page) => linkTo(`/${board.round.period}`, frame.language, queryOf({ ...query, page }))}
      />
    </>
  );
}

type TablePart = { readonly title?: string; readonly units: readonly BoardUnit[] };

function tableParts({ frame, query, view: { units } }: BoardProps): TablePart[] {
  if (query.sort === 'plan') return byState(frame, units).filter(hasUnits);
  return query.sort === 'desk' ? byDesk(frame, units).filter(hasUnits) : [{ units }];
}

const hasUnits = ({ units }: TablePart): boolean => units.length > 0;

const byState = ({ words }: Frame, units: readonly BoardUnit[]): TablePart[] =>
  SECTIONS.flatMap((section) =>
    GROUPS.map((group) => ({
      title: `${words.sections[section]} · ${words.groups[group]}`,
      units: units.filter(
        ({ obligation }) =>
          sectionOf(obligation.state) === section && groupOf(obligation) === group,
      ),
    })),
  );

function byDesk({ words, rules: { plan } }: Frame, units: readonly BoardUnit[]): TablePart[] {
  const desks = desksByUnit(plan);
  return [...desksOf(plan), undefined].map((desk) => ({
    title: desk ?? words.noDesk,
    units: units.filter(({ obligation }) => desks.get(obligation.unit) === desk),
  }));
}

type RowsProps = Pick<BoardProps, 'frame' | 'board'> & TablePart;

const Rows = ({ frame, board, title, units }: RowsProps) => (
  <tbody>
    {title !== undefined && (
      <tr class="group">
        <th scope="colgroup" colspan={7}>{`${title}（${units.length}）`}</th>
      </tr>
    )}
    {units.map((unit) => (
      <tr>
        <RowCells frame={frame} details={board} row={unit} />
      </tr>
    ))}
  </tbody>
);

type CellsProps = { readonly frame: Frame; readonly row: BoardUnit };
type Detailed = CellsProps & { readonly details: Board };

const RowCells = ({ frame, details, row }: Detailed) => (
  <>
    <td class="state">
      <LightOf frame={frame} row={row} />
    </td>
    <th scope="row" class="unit">
      <UnitLink frame={frame} row={row} />
    </th>
    <td class="who">
      <Liaison frame={frame} details={details} row={row} />
    </td>
    <td class="when">
      <Arrival frame={frame} row={row} />
    </td>
    <td class="contact">
      <Contact frame={frame} details={details} row={row} />
    </td>
    <td class="promise">{row.obligation.promisedOn?.slice(5)}</td>
    <td class="next">
      <Next frame={frame} details={details} row={row} />
    </td>
  </>
);

function LightOf({ frame, row }: CellsProps) {
  const { standing, tone, sign } = lightOf(row.obligation, frame.now);
  return (
    <span class={`light ${tone}`}>
      <i aria-hidden="true">{sign}</i> {frame.words.standings[standing]}
    </span>
  );
}

function UnitLink({ frame, row: { obligation } }: CellsProps) {
  const { period, unit } = partsOf(obligation.id);
  return (
    <>
      <a href={linkTo(`/${period}/${unit}`, frame.language)}>{obligation.unitName}</a>
      {obligation.own && <small>{frame.words.own}</small>}
    </>
  );
}

function Liaison({ frame, details, row: { obligation, unreachable } }: Detailed) {
  const { words } = frame;
  const liaison = details.liaisons.get(obligation.unit);
  if (liaison === undefined) return <span class="bad">{words.noContact}</span>;
  const phone = liaison.phone ?? (liaison.mobile === null ? '' : maskedMobile(liaison.mobile));
  return (
    <>
      {liaison.name} <span class="phone">{phone}</span>{' '}
      {unreachable && <span class="tag bad">{words.shows.unreachable}</span>}
    </>
  );
}

function Arrival({ frame, row: { obligation, request, endorsed } }: CellsProps) {
  const { words } = frame;
  const { firstReceivedAt, receivedAt, state, due } = obligation;
  if (state === 'waived') return '';
  if (isOutstanding(state) || firstReceivedAt === null || receivedAt === null) {
    return (
      <>
        {`${words.until} ${due.nominal.slice(5)}`}{' '}
        {request && <span class="tag">{`${words.asksUntil} ${request.until.slice(5)}`}</span>}
      </>
    );
  }
  return (
    <>
      {shortTime(frame, receivedAt)}{' '}
      {isLate(obligation) && <span class="tag bad">{words.counts.late}</span>}{' '}
      {endorsed && <span class="tag">{words.endorsements}</span>}
    </>
  );
}

function Contact({ frame, details, row }: Detailed) {
  const { words } = frame;
  const { state, waivedReason } = row.obligation;
  if (state === 'waived') return <span class="long">{waivedReason}</span>;
  const last = lastContact(details.made, row.obligation.id);
  const unconfirmed =
    isOutstanding(state) && row.obligation.confirmedAt === null && !row.obligation.own;
  return (
    <>
      {last?.message && <Message frame={frame} message={last.message} />}
      {last?.call &&
        `${shortTime(frame, last.call.at)} ${words.called}：${last.call.answer || words.noAnswer}`}{' '}
      {unconfirmed && <span class="tag">{words.notConfirmed}</span>}
    </>
  );
}

const Message = ({ frame, message }: { frame: Frame; message: LastMessage }) => (
  <span class={isUndelivered(message) ? 'bad' : ''}>
    {`${shortTime(frame, message.at)} ${frame.words.kinds[message.kind]} `}
    {message.parts.map(({ slot, channel, state }) => (
      <span class="part" title={`${frame.words.slots[slot]} ${frame.words.deliveryStates[state]}`}>
        {slot === 'liaison' ? '' : frame.words.slots[slot]}
        {`${frame.words.channels[channel]}${signOf(state)}`}
      </span>
    ))}
  </span>
);

function Next({ frame, details, row: { obligation } }: Detailed) {
  const { words } = frame;
  const nextStep = details.next.get(obligation.id);
  if (nextStep !== undefined) {
    return `${shortTime(frame, nextStep.at)} ${words.kinds[nextStep.kind]}`;
  }
  return isOutstanding(obligation.state) && !obligation.own ? words.nothingPlanned : '';
}
