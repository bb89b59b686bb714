/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FieldProblem } from '../../../domain/obligation/limits.ts';
import type { Draft } from '../../../store/visit/drafts.ts';
import type { Frame } from '../shared/frame.ts';
import { shortTime } from '../shared/shown.ts';
import type { Start } from './field-values.ts';
import type { ReportScene } from './report-scene.ts';

export type Notices = {
  readonly from?: Start['from'] | undefined;
  readonly problems?: readonly FieldProblem[] | undefined;
  /** Why the command was refused. */
  readonly refusal?: string | undefined;
  /** The draft saved meanwhile; null when the report was handed in meanwhile. */
  readonly conflict?: Draft | null | undefined;
  readonly notice?: string | undefined;
};

type Props = Notices & { readonly frame: Frame; readonly scene: ReportScene };

/** Above the form: where its values come from, what went wrong, what to know before typing. */
export const ReportNotices = ({ frame, scene, ...props }: Props) => (
  <>
    <Standing frame={frame} scene={scene} />
    {props.notice && (
      <p class="done" role="status">
        {props.notice}
      </p>
    )}
    <StartedFrom frame={frame} scene={scene} from={props.from} />
    {props.conflict !== undefined && <Conflict frame={frame} other={props.conflict} />}
    {props.refusal !== undefined && (
      <div class="problem box" role="alert">
        <p>{`${frame.words.reportRefused}：${props.refusal}`}</p>
      </div>
    )}
    <Problems
      title={frame.words.problemsTitle(props.problems?.length ?? 0)}
      problems={props.problems ?? []}
    />
  </>
);

/** Says beforehand when a report would be refused, or kept as a supplement. */
function Standing({ frame: { words }, scene }: Omit<Props, keyof Notices>) {
  const { round, obligation, returned } = scene;
  if (round.phase === 'signed-off') return <p class="box warn">{words.afterSignOff}</p>;
  if (round.phase !== 'open') return <p class="box warn">{words.closedForForm}</p>;
  if (obligation.state === 'accepted') return <p class="box warn">{words.acceptedForForm}</p>;
  return returned && <p class="box warn">{`${words.whyReturned}：${returned.reason}`}</p>;
}

function StartedFrom({ frame, scene: { draft }, from }: Pick<Props, 'frame' | 'scene' | 'from'>) {
  if (from === undefined || from === 'nothing') return null;
  const { startedFrom } = frame.words;
  if (from !== 'draft') return <p class="box note">{startedFrom[from]}</p>;
  if (!draft) return null;
  return (
    <p class="box note">{startedFrom.draft(shortTime(frame, draft.savedAt), draft.savedBy)}</p>
  );
}

type ProblemsProps = { readonly title: string; readonly problems: readonly FieldProblem[] };

/** All problems, each a link to its field. */
export const Problems = ({ title, problems }: ProblemsProps) =>
  problems.length === 0 ? null : (
    <div class="problem box" role="alert" id="problems" tabindex={-1}>
      <p>{title}</p>
      <ul>
        {problems.map(({ field, sentence }) => (
          <li>
            <a href={`#${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  );

const Conflict = ({ frame, other }: { frame: Frame; other: Draft | null }) => (
  <div class="problem box" role="alert">
    <p>
      {other === null
        ? frame.words.draftGone
        : frame.words.draftConflict(other.savedBy, shortTime(frame, other.savedAt))}
    </p>
    <p>
      <a href="?" target="_blank" rel="noopener">
        {frame.words.seeOther}
      </a>
      {` ${other === null ? frame.words.handInAgain : frame.words.overwrite}`}
    </p>
  </div>
);
