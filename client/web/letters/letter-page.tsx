/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Obligation } from '../../../domain/obligation/obligation.ts';
import type { TrailEntry } from '../../../store/web-pages/entries.ts';
import type { Letter } from '../../../store/web-pages/letter.ts';
import { actHref } from '../acts/task-acts.ts';
import { ByOthers } from '../pages/by-others.tsx';
import { LetterEditor } from '../pages/letter-editor.tsx';
import { LetterText } from '../pages/letter-text.tsx';
import { type Frame, mayHere } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { dateTime } from '../shared/shown.ts';
import type { LetterField, LetterValues } from './letter-form.ts';

type Props = {
  readonly frame: Frame;
  readonly obligation: Obligation;
  readonly period: string;
  readonly letter: Letter;
  readonly here: string;
  readonly values: LetterValues;
  readonly hidden: Readonly<Record<string, string>>;
  readonly problems?: Partial<Record<LetterField, string>>;
  readonly byOthers?: readonly TrailEntry[];
  readonly refusal?: string;
  readonly done?: string | undefined;
};

/** A letter of 催办 or a draft 督办单: as it will be read, then the words that may be changed before it is released. */
export function LetterPage(props: Props) {
  const { frame, obligation, period, letter, here } = props;
  const { words, language } = frame;
  const { delivery, state } = letter;
  const mayDecide = state === 'held' && mayHere(frame, 'work on round');
  const back = linkTo(`/${period}/${obligation.unit}`, language);
  return (
    <Layout
      frame={frame}
      title={`${words.channels[letter.channel]} ${obligation.unitName}`}
      here={here}
      period={period}
      done={props.done}
    >
      <p class="crumbs">
        <a href={back}>{`${obligation.unitName} ${period}`}</a>
      </p>
      <h1>
        {`${words.kinds[letter.kind]} · ${words.channels[letter.channel]} → ${letter.person ?? words.slots[letter.slot]}`}{' '}
        <span class="badge">{words.deliveryStates[state]}</span>
      </h1>
      {props.refusal !== undefined && (
        <p class="problem box" role="alert">
          <strong>{words.notDone}</strong> {props.refusal}
        </p>
      )}
      {props.byOthers && <ByOthers frame={frame} entries={props.byOthers} />}
      <p class="why">{`${words.plannedAt} ${dateTime(frame, letter.at)}`}</p>
      <h2>{letter.document.title}</h2>
      <LetterText document={letter.document} />
      <p class="actions">
        {mayDecide && (
          <>
            <a class="button" href={actHref(obligation.id, 'release', language, { delivery })}>
              {words.acts.release}
            </a>
            <a class="button" href={actHref(obligation.id, 'dismiss', language, { delivery })}>
              {words.acts.dismiss}
            </a>
          </>
        )}
        <a href={`${here}.docx`}>{words.downloadWord}</a>
      </p>
      {mayDecide && <LetterEditor {...props} />}
    </Layout>
  );
}
