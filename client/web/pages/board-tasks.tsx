/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { partsOf } from '../../../domain/obligation.ts';
import type { Board } from '../../../store/board.ts';
import type { Frame } from '../frame.ts';
import { shortTime } from '../shown.ts';
import { taskCommands } from '../task-command.ts';
import { linkTo } from '../words.ts';
import type { BoardProps } from './board-props.ts';

type Task = Board['tasks'][number];

/** So many of a kind stand open; the others are folded away, so that the rows stay in sight. */
const SHOWN = 4;
/** What failed and what waits for a decision comes before the calls. */
const ORDER: readonly Task['kind'][] = [
  'unreachable',
  'unknown',
  'release',
  'resubmission',
  'call',
];

export function BoardTasks({ frame, board }: BoardProps) {
  const { words } = frame;
  const place = new Map(board.rows.map(({ obligation }, index) => [obligation.id, index]));
  const placeOf = (task: Task) => place.get(task.obligation ?? '') ?? -1;
  const tasks = board.tasks.toSorted((a, b) => placeOf(a) - placeOf(b));
  return (
    <section class="tasks">
      <h2>{`${words.todo}（${tasks.length}）`}</h2>
      {tasks.length === 0 ? <p>{words.nothingToDo}</p> : <p class="why hint">{words.fillIn}</p>}
      {ORDER.map((kind) => (
        <OfKind frame={frame} kind={kind} tasks={tasks.filter((task) => task.kind === kind)} />
      ))}
    </section>
  );
}

type OfKindProps = {
  readonly frame: Frame;
  readonly kind: Task['kind'];
  readonly tasks: readonly Task[];
};

function OfKind({ frame, kind, tasks }: OfKindProps) {
  const { words } = frame;
  const more = tasks.slice(SHOWN);
  if (tasks.length === 0) return null;
  return (
    <>
      <h3>{`${words.taskKinds[kind]}（${tasks.length}）`}</h3>
      <Tasks frame={frame} tasks={tasks.slice(0, SHOWN)} />
      {more.length > 0 && (
        <details>
          <summary>{`${words.moreTasks} ${more.length} ${words.items}`}</summary>
          <Tasks frame={frame} tasks={more} />
        </details>
      )}
    </>
  );
}

const Tasks = ({ frame, tasks }: { frame: Frame; tasks: readonly Task[] }) => (
  <ul>
    {tasks.map((task) => (
      <li>
        <Where task={task} frame={frame} /> <small>{shortTime(frame, task.since)}</small>
        <span class="commands">
          {taskCommands(task).map((command) => (
            <code class="command">{command}</code>
          ))}
        </span>
      </li>
    ))}
  </ul>
);

function Where({ task, frame }: { task: Task; frame: Frame }) {
  // The banner says it already.
  const text = task.text.replace(/^【演示】/, '');
  if (task.obligation === null) return <span>{text}</span>;
  const { period, unit } = partsOf(task.obligation);
  return <a href={linkTo(`/${period}/${unit}`, frame.language)}>{text}</a>;
}
