/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { Child } from 'hono/jsx';
import { isUndelivered } from '../../../domain/delivery/delivery.ts';
import { isLate, isOutstanding, partsOf } from '../../../domain/obligation/obligation.ts';
import { maskMobile } from '../../../domain/people/masked.ts';
import type { Board, BoardUnit } from '../../../store/read/board.ts';
import { type LastMessage, lastContact } from '../../../store/read/last-contact.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo, type Words } from '../shared/language.ts';
import { shortTime } from '../shared/shown.ts';
import { lightOf, signOf } from '../shared/standing.ts';

type CellProps = { readonly frame: Frame; readonly board: Board; readonly row: BoardUnit };

type Column = {
  readonly title: (words: Words) => string;
  /** CSS class of its cells. */
  readonly name: string;
  /** Its cells are the row's header (`th`). */
  readonly isRowHead?: boolean;
  readonly cell: (props: CellProps) => Child;
};

/** The columns of the board, from left to right. */
export const COLUMNS: readonly Column[] = [
  { name: 'state', title: (words) => words.state, cell: Light },
  { name: 'unit', title: (words) => words.unit, cell: UnitLink, isRowHead: true },
  { name: 'who', title: (words) => words.liaison, cell: Liaison },
  { name: 'when', title: (words) => words.arrivalOrDue, cell: Arrival },
  { name: 'contact', title: (words) => words.lastContact, cell: Contact },
  { name: 'promise', title: (words) => words.promise, cell: Promised },
  { name: 'next', title: (words) => words.nextStep, cell: NextStep },
];

function Light({ frame, row }: CellProps) {
  const { standing, tone, sign } = lightOf(row.obligation, frame.now);
  return (
    <span class={`light ${tone}`}>
      <i aria-hidden="true">{sign}</i> {frame.words.standings[standing]}
    </span>
  );
}

function UnitLink({ frame, row: { obligation } }: CellProps) {
  const { period, unit } = partsOf(obligation.id);
  return (
    <>
      <a href={linkTo(`/${period}/${unit}`, frame.language)}>{obligation.unitName}</a>
      {obligation.own && <small>{frame.words.own}</small>}
    </>
  );
}

function Liaison({ frame, board, row: { obligation, unreachable } }: CellProps) {
  const { words } = frame;
  const liaison = board.liaisons.get(obligation.unit);
  if (liaison === undefined) return <span class="bad">{words.noContact}</span>;
  const phone = liaison.phone ?? (liaison.mobile === null ? '' : maskMobile(liaison.mobile));
  return (
    <>
      {liaison.name} <span class="phone">{phone}</span>{' '}
      {unreachable && <span class="tag bad">{words.shows.unreachable}</span>}
    </>
  );
}

function Arrival({ frame, row: { obligation, request, endorsed } }: CellProps) {
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

function Contact({ frame, board, row }: CellProps) {
  const { words } = frame;
  const { state, waivedReason } = row.obligation;
  if (state === 'waived') return <span class="long">{waivedReason}</span>;
  const last = lastContact(board.made, row.obligation.id);
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

function Promised({ row: { obligation } }: CellProps) {
  return obligation.promisedOn?.slice(5);
}

function NextStep({ frame, board, row: { obligation } }: CellProps) {
  const { words } = frame;
  const nextStep = board.next.get(obligation.id);
  if (nextStep !== undefined) {
    return `${shortTime(frame, nextStep.at)} ${words.kinds[nextStep.kind]}`;
  }
  return isOutstanding(obligation.state) && !obligation.own ? words.nothingPlanned : '';
}
