/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { partsOf } from '../../../domain/obligation/obligation.ts';
import type { BoardOverview } from '../../../store/read/board.ts';
import { type Deed, deedsOf } from '../acts/task-acts.ts';
import { type Frame, mayHere } from '../shared/frame.ts';
import { linkTo, type Words } from '../shared/language.ts';
import { shortTime } from '../shared/shown.ts';
import type { BoardProps } from './board-view.ts';

type Task = BoardOverview['tasks'][number];

/** Tasks of one kind that are visible; the rest is folded away, so that the rows stay in sight. */
const SHOWN = 4;
/** Failures and decisions come before calls. */
const ORDER: readonly Task['kind'][] = [
  'unreachable',
  'unknown',
  'release',
  'contacts',
  'extension',
  'resubmission',
  'call',
];

export function BoardTasks(props: BoardProps) {
  const { frame, board } = props;
  const all = [...board.taskCounts.values()].reduce((sum, number) => sum + number, 0);
  return (
    <section class="tasks">
      <h2>{`${frame.words.todo}（${all}）`}</h2>
      {all === 0 && <p>{frame.words.nothingToDo}</p>}
      {ORDER.map((kind) => (
        <OfKind {...props} kind={kind} />
      ))}
    </section>
  );
}

function OfKind({ kind, ...props }: BoardProps & { readonly kind: Task['kind'] }) {
  const { words } = props.frame;
  const number = props.board.taskCounts.get(kind) ?? 0;
  if (number === 0) return null;
  const tasks = props.board.tasks.filter((task) => task.kind === kind);
  return (
    <>
      <h3>{`${words.taskKinds[kind]}（${number}）`}</h3>
      <Tasks {...props} tasks={tasks.slice(0, SHOWN)} />
      {number > SHOWN && (
        <details data-key={`tasks-${kind}`}>
          <summary>{`${words.moreTasks} ${number - SHOWN} ${words.items}`}</summary>
          <Tasks {...props} tasks={tasks.slice(SHOWN)} />
          {number > tasks.length && (
            <p class="why">{words.moreTasksHidden(number - tasks.length)}</p>
          )}
        </details>
      )}
    </>
  );
}

const Tasks = ({ frame, board, tasks }: BoardProps & { tasks: readonly Task[] }) => (
  <ul>
    {tasks.map((task) => (
      <li>
        <Where task={task} frame={frame} /> <small>{shortTime(frame, task.since)}</small>
        {mayHere(frame, 'work on round') && <Deeds frame={frame} board={board} task={task} />}
      </li>
    ))}
  </ul>
);

function Where({ task, frame }: { task: Task; frame: Frame }) {
  // The banner says it already.
  const text = task.text.replace(/^【演示】/, '');
  if (task.kind === 'contacts') {
    const { period } = partsOf(task.round);
    return <a href={linkTo(`/checks/${period}`, frame.language)}>{text}</a>;
  }
  if (task.obligation === null) return <span>{text}</span>;
  const { period, unit } = partsOf(task.obligation);
  return <a href={linkTo(`/${period}/${unit}`, frame.language)}>{text}</a>;
}

function Deeds({ frame, board, task }: Pick<BoardProps, 'frame' | 'board'> & { task: Task }) {
  const row = board.units.find(({ obligation }) => obligation.id === task.obligation);
  const { words } = frame;
  return (
    <span class="deeds">
      {deedsOf(task, row?.request ?? null, frame.language).map(({ kind, href }) => (
        <a class="button small" href={href}>
          {nameOf(words, kind)}
          <span class="unseen">{` ${row?.obligation.unitName ?? ''}`}</span>
        </a>
      ))}
    </span>
  );
}

function nameOf(words: Words, kind: Deed['kind']): string {
  if (kind === 'letter') return words.openLetter;
  return kind === 'grant' ? words.grant : words.acts[kind];
}
