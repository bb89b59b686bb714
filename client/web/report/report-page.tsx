/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { dueText } from '../due-text.ts';
import { ReportDeclaration } from '../pages/report-declaration.tsx';
import { ReportFiles } from '../pages/report-files.tsx';
import { ReportItems } from '../pages/report-items.tsx';
import { ReportOffers } from '../pages/report-offers.tsx';
import { ReportSignatories } from '../pages/report-signatories.tsx';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import type { ReportValues } from './form-values.ts';
import { byField, type FieldsProps } from './report-field.tsx';
import { type Notices, ReportNotices } from './report-notices.tsx';
import type { ReportScene } from './report-scene.ts';

type Props = Notices & {
  readonly frame: Frame;
  readonly scene: ReportScene;
  readonly values: ReportValues;
  /** Of the draft that a save builds on; 0 when nothing was ever typed. */
  readonly rev: number;
  /** The newest version that this page, or the one it answers, has shown. */
  readonly seen: number;
  /** Of the command that handing in makes. */
  readonly id: string;
  readonly fileProblem?: string | undefined;
};

/** The form by which a unit hands in. Works without scripts; with them it saves itself as one types. */
export function ReportPage(props: Props) {
  const { frame, scene, values, rev, seen, id } = props;
  const { words, language } = frame;
  const { obligation, round } = scene;
  const home = `/${round.period}/${obligation.unit}`;
  const fields: FieldsProps = { words, values, problems: byField(props.problems) };
  const title = `${words.reportTitle}：${obligation.unitName} ${round.period}`;
  return (
    <Layout frame={frame} title={title} here={`${home}/report`} period={round.period}>
      <p class="crumbs">
        <a href={linkTo(home, language)}>{`${obligation.unitName} ${round.period}`}</a>
      </p>
      <h1>{title}</h1>
      <p>
        <strong>{`${words.dueLine}：${dueText(frame, obligation.due)}`}</strong>
      </p>
      <p class="why">{words.formHint}</p>
      <ReportNotices {...props} />
      <form
        class="report-form"
        method="post"
        action={`${home}/report`}
        enctype="multipart/form-data"
        data-draft={`${home}/report/draft`}
        data-said={JSON.stringify(saidBy(words))}
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="rev" value={String(rev)} />
        <input type="hidden" name="seen" value={String(seen)} />
        {/* Return in a field hands nothing in: the first button of a form is what Return presses. */}
        <button class="unseen" type="submit" name="action" value="draft" tabindex={-1}>
          {words.saveDraft}
        </button>
        <ReportItems frame={frame} scene={scene} fields={fields} home={home} />
        <ReportSignatories {...fields}>
          <p>
            <a href={linkTo(`${home}/report/signature`, language)}>{words.signaturePage}</a>{' '}
            <small>{words.signatureHint}</small>
          </p>
        </ReportSignatories>
        <ReportFiles frame={frame} home={home} files={scene.files} problem={props.fileProblem} />
        <ReportDeclaration {...fields} />
        <p class="actions sticky">
          <button type="submit" name="action" value="submit">
            {words.handIn}
          </button>
          <button class="second" type="submit" name="action" value="draft">
            {words.saveDraft}
          </button>
          <span class="saved" role="status" aria-live="polite" />
          <ReportOffers words={words} form={linkTo(`${home}/report`, language)} />
        </p>
      </form>
    </Layout>
  );
}

/** What the script says while it saves. */
const saidBy = (words: Props['frame']['words']) => ({
  saved: words.draftSaved,
  saving: words.draftSaving,
  failed: words.draftFailed,
  signedOut: words.draftSignedOut,
  spare: words.spareLeft,
});
