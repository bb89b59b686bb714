/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { DocumentText } from '../../../domain/delivery/message-text.ts';
import { type HeldText, isDocument } from '../../../domain/delivery/message-text.ts';
import type { Obligation } from '../../../domain/obligation/obligation.ts';
import type { Channel } from '../../../domain/plan/policy.ts';
import type { Letter } from '../../../store/read/tasks.ts';
import type { TrailEntry } from '../../../store/read/trail.ts';
import { ByOthers } from '../acts/act-page.tsx';
import { actHref } from '../acts/task-acts.ts';
import { type Frame, mayHere } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { dateTime } from '../shared/shown.ts';
import { type LetterField, type LetterValues, letterFields, letterLimit } from './letter-form.ts';

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

/** A letter of 催办, a draft 督办单 or a held message: as it will be read, then the words that may be changed before release. */
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
      <h2>{titleOf(letter.document)}</h2>
      <LetterText held={letter.document} />
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
        {isDocument(letter.document) && <a href={`${here}.docx`}>{words.downloadWord}</a>}
      </p>
      {mayDecide && letterFields(letter.channel).length > 0 && (
        <LetterEditor {...props} channel={letter.channel} />
      )}
    </Layout>
  );
}

/** A document, or the words of a message, as it will be read. */
export const LetterText = ({ held }: { held: HeldText }) =>
  isDocument(held) ? <Document document={held} /> : <pre class="letter">{held.text}</pre>;

export const titleOf = (held: HeldText): string => (isDocument(held) ? held.title : held.subject);

const Document = ({ document }: { document: DocumentText }) => (
  <div class="letter paper">
    {document.number && <p class="number">{document.number}</p>}
    <p>{`${document.addressee}：`}</p>
    {document.paragraphs.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    <p class="signed">
      {document.signature}
      <br />
      {document.date}
    </p>
    {document.note && <p>{document.note}</p>}
  </div>
);

type EditorProps = {
  readonly frame: Frame;
  readonly here: string;
  readonly channel: Channel;
  readonly values: LetterValues;
  readonly hidden: Readonly<Record<string, string>>;
  readonly problems?: Partial<Record<LetterField, string>>;
};

/** Signature, date and number are not among the fields: they are the machine's. */
const LetterEditor = ({
  frame: { words },
  here,
  channel,
  values,
  hidden,
  problems,
}: EditorProps) => (
  <form class="card letter-editor" method="post" action={here}>
    <h2>{words.editLetter}</h2>
    {channel !== 'email' && <p class="why">{words.editLetterHint}</p>}
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {letterFields(channel).map((field) => {
      const problem = problems?.[field];
      const shared = {
        id: field,
        name: field,
        required: true,
        maxlength: letterLimit(field),
        'aria-invalid': problem ? ('true' as const) : undefined,
        'aria-describedby': problem ? `${field}-problem` : undefined,
      };
      return (
        <p class="field">
          <label for={field}>{words.letterFields[field]}</label>
          {field === 'addressee' ? (
            <input {...shared} type="text" value={values[field]} />
          ) : (
            <textarea {...shared} rows={field === 'title' ? 2 : 10}>
              {`\n${values[field]}`}
            </textarea>
          )}
          {problem && (
            <span class="problem" id={`${field}-problem`}>
              {problem}
            </span>
          )}
        </p>
      );
    })}
    <p class="actions">
      <button type="submit">{words.keepLetter}</button>
    </p>
  </form>
);
