/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { isOutstanding } from '../../../domain/obligation.ts';
import { isUndelivered } from '../last-contact.ts';
import type { BoardProps } from './board-props.ts';

/** 应报 = 已报 + 免报 + 未报, and what is hidden in these numbers. */
export function BoardCounts({ frame, board, made }: BoardProps) {
  const { words } = frame;
  const { counts } = board;
  const undelivered = board.rows.filter(
    ({ obligation }) =>
      isOutstanding(obligation.state) && isUndelivered(made.messages.get(obligation.id)),
  ).length;
  return (
    <section class="counts">
      <p class="sum">
        <Term name={words.owed} value={counts.owed} />
        <i>=</i>
        <Term name={words.reported} value={counts.reported} />
        <i>+</i>
        <Term name={words.waived} value={counts.waived} />
        <i>+</i>
        <Term name={words.missing} value={counts.missing} />
      </p>
      <ul class="parts">
        <li>{words.ofThese}</li>
        <Part name={words.late} value={counts.late} />
        <Part name={words.toReview} value={counts.reported - counts.accepted} />
        <Part name={words.overdue} value={counts.overdue} bad />
        <Part name={words.returned} value={counts.returned} />
        <Part name={words.extended} value={counts.extended} />
        <Part name={words.unconfirmed} value={counts.unconfirmed} />
        <Part name={words.undelivered} value={undelivered} bad />
      </ul>
    </section>
  );
}

type Value = { readonly name: string; readonly value: number };

const Term = ({ name, value }: Value) => (
  <span>
    {name} <b>{value}</b>
  </span>
);

const Part = ({ name, value, bad = false }: Value & { bad?: boolean }) => (
  <li class={value > 0 && bad ? 'bad' : ''}>
    {name} <b>{value}</b>
  </li>
);
