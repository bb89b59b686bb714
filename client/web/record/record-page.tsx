/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FieldProblem } from '../../../domain/obligation/limits.ts';
import type { ActFacts as Facts } from '../acts/act-facts.ts';
import { ActFactsList } from '../acts/act-facts.tsx';
import { RecordArrival } from '../pages/record-arrival.tsx';
import { RecordContent } from '../pages/record-content.tsx';
import type { ReportValues } from '../report/form-values.ts';
import { byField } from '../report/report-field.tsx';
import { Problems } from '../report/report-notices.tsx';
import type { ReportScene } from '../report/report-scene.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo, type Words } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import type { RecordProblems, RecordValues } from './record-form.ts';

type Props = {
  readonly frame: Frame;
  readonly scene: ReportScene;
  readonly facts: Facts;
  readonly id: string;
  readonly values: RecordValues;
  readonly problems: RecordProblems;
  /** What stands in the blocks. */
  readonly typed: ReportValues;
  readonly typedProblems: readonly FieldProblem[];
  /** Why the record did not take it, one line each. */
  readonly refusal?: string;
};

/** 代录: what came by OA, mail, paper or messenger is entered as good as if it had been handed in here. */
export function RecordPage(props: Props) {
  const { frame, scene, values, problems, typed, typedProblems } = props;
  const { words, language } = frame;
  const { period } = scene.round;
  const { unit, unitName } = scene.obligation;
  const home = `/${period}/${unit}`;
  const here = `${home}/record`;
  const title = `${words.recordDeed}：${unitName} ${period}`;
  const blocks = { words, values: typed, problems: byField(typedProblems), answeredBy: here };
  const all = [...inOrder(problems), ...typedProblems];
  return (
    <Layout frame={frame} title={title} here={here} period={period}>
      <h1>{title}</h1>
      {props.refusal !== undefined && <Refusal words={words} refusal={props.refusal} />}
      <Problems title={words.correctFirst(all.length)} problems={all} />
      {all.length > 0 && <p class="why">{words.chooseFilesAgain}</p>}
      <ActFactsList words={words} facts={props.facts} />
      <form
        class="report-form record-form"
        method="post"
        action={here}
        enctype="multipart/form-data"
      >
        <input type="hidden" name="id" value={props.id} />
        <input type="hidden" name="seen" value={String(scene.obligation.version)} />
        {/* Return in a field enters nothing: the first button of a form is what Return presses. */}
        <button class="unseen" type="submit" disabled>
          {words.recordDeed}
        </button>
        <RecordArrival words={words} values={values} problems={problems} />
        <RecordContent
          frame={frame}
          scene={scene}
          fields={{ words, values, problems }}
          blocks={blocks}
          home={home}
        />
        <p class="actions">
          <button type="submit">{`${words.confirmAct} ${words.recordDeed}`}</button>
          <a href={linkTo(home, language)}>{words.backFromAct}</a>
        </p>
      </form>
    </Layout>
  );
}

const Refusal = ({ words, refusal }: { readonly words: Words; readonly refusal: string }) => (
  <div class="problem box" role="alert">
    <p>{words.notDone}</p>
    <ul>
      {refusal.split('\n').map((line) => (
        <li>{line}</li>
      ))}
    </ul>
    <p>{words.chooseFilesAgain}</p>
  </div>
);

const FIELDS = ['way', 'receivedOn', 'receivedAt', 'evidence', 'proof', 'form'] as const;

const inOrder = (problems: RecordProblems): FieldProblem[] =>
  FIELDS.flatMap((field) => {
    const sentence = problems[field];
    return sentence === undefined ? [] : [{ field, sentence }];
  });
