/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { SendingPause } from '../../../store/read/plans.ts';
import type { PausedStep } from '../../paused-steps.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { ListTable, PagesLinks } from '../shared/list-table.tsx';
import { dateTime, shortTime } from '../shared/shown.ts';

type Props = {
  readonly frame: Frame;
  readonly pause: SendingPause | null;
  readonly heldBack: {
    readonly rows: readonly PausedStep[];
    readonly goes: number;
    readonly all: number;
  };
  readonly page: number;
  readonly pages: number;
  readonly form: { readonly id: string; readonly reason: string; readonly problem: string | null };
  readonly done?: string | undefined;
};

const HERE = '/sending';

/** Whether messages are sent, the switch that halts them, and the steps that are held back. */
export function SendingPage({ frame, pause, heldBack, page, pages, form, done }: Props) {
  const { words } = frame;
  return (
    <Layout frame={frame} title={words.sendingTitle} here={HERE} done={done}>
      <h1>
        {words.sendingTitle}{' '}
        <span class={pause ? 'badge bad' : 'badge'}>{pause ? words.paused : words.sendingOn}</span>
      </h1>
      <p class="lead">{words.sendingLead}</p>
      {pause ? (
        <Resume frame={frame} pause={pause} id={form.id} />
      ) : (
        <Halt words={words} {...form} />
      )}
      <h2>{words.heldBackTitle}</h2>
      {heldBack.all === 0 ? (
        <p>{words.nothingHeldBack}</p>
      ) : (
        <>
          <p>{words.heldBackSum(heldBack.goes, heldBack.all - heldBack.goes)}</p>
          <Table frame={frame} rows={heldBack.rows} />
        </>
      )}
      <PagesLinks
        words={words}
        page={page}
        pages={pages}
        to={(other) => linkTo(HERE, frame.language, { page: String(other) })}
      />
    </Layout>
  );
}

const Halt = ({ words, id, reason, problem }: Pick<Frame, 'words'> & Props['form']) => (
  <form class="card" method="post" action="/sending/pause">
    <input type="hidden" name="id" value={id} />
    <p class="field">
      <label for="reason">{words.haltReason}</label>
      <input
        id="reason"
        name="reason"
        value={reason}
        maxlength={500}
        required
        autocomplete="off"
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? 'reason-problem' : undefined}
      />
      {problem && (
        <span class="problem" id="reason-problem" role="alert">
          {problem}
        </span>
      )}
    </p>
    <button type="submit">{words.haltSending}</button>
  </form>
);

const Resume = ({ frame, pause, id }: { frame: Frame; pause: SendingPause; id: string }) => (
  <form class="card" method="post" action="/sending/resume">
    <input type="hidden" name="id" value={id} />
    <p class="bad">{`${frame.words.sendingHalted(dateTime(frame, pause.since), pause.by)}`}</p>
    <p>{`${frame.words.haltReason}：${pause.reason}`}</p>
    <p class="why">{frame.words.resumeLead}</p>
    <button type="submit">{frame.words.resumeSending}</button>
  </form>
);

const Table = ({ frame, rows }: { frame: Frame; rows: readonly PausedStep[] }) => (
  <ListTable
    columns={[frame.words.unit, frame.words.kind, frame.words.plannedFor, frame.words.state]}
  >
    <tbody>
      {rows.map((row) => (
        <tr>
          <td>
            <a
              href={linkTo(`/${row.period}/${row.unit}`, frame.language)}
            >{`${row.unitName} ${row.period}`}</a>
          </td>
          <td>{frame.words.kinds[row.kind]}</td>
          <td class="when">{shortTime(frame, row.at)}</td>
          <td>
            {row.goesAt === null
              ? frame.words.thenSpared(row.reason ?? '')
              : frame.words.thenGoes(shortTime(frame, row.goesAt))}
          </td>
        </tr>
      ))}
    </tbody>
  </ListTable>
);
