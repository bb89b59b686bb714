/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** One unit's row: the band of its states along the foot, over it a mark for every message. */
import type { Round } from '../../domain/round/round.ts';
import type { Instant, Zone } from '../../domain/time/time.ts';
import type { Axis } from './axis.ts';
import { bandOf } from './band.ts';
import { ROW } from './layout.ts';
import type { Mark } from './marks.ts';
import type { PageUnit } from './read.ts';
import type { Row } from './rows.ts';
import { ACT, STANDING, shortTime } from './words.ts';

type UnitRowProps = {
  of: Row;
  y: number;
  marks: readonly Mark[];
  axis: Axis;
  zone: Zone;
  round: Round;
  endedAt: Instant;
};

export const UnitRow = ({ of, y, marks, axis, zone, round, endedAt }: UnitRowProps) => (
  <g class="row" transform={`translate(0 ${y})`}>
    <rect class="under" x={0} y={0} width={axis.width} height={ROW} />
    <line class="rule" x1={0} x2={axis.width} y1={ROW} y2={ROW} />
    {of.unit && (
      <Band unit={of.unit} axis={axis} zone={zone} from={round.opensAt} to={end(round, endedAt)} />
    )}
    {marks.map((mark) => (
      <OnRow mark={mark} />
    ))}
  </g>
);

/** Sign-off freezes the round. */
const end = (round: Round, endedAt: Instant): Instant =>
  Math.min(endedAt, round.signedOffAt ?? endedAt) as Instant;

type BandProps = { unit: PageUnit; axis: Axis; zone: Zone; from: Instant; to: Instant };

function Band({ unit, axis, zone, from, to }: BandProps) {
  const edge = (at: Instant) => Math.min(Math.max(axis.x(at), 0), axis.width);
  return (
    <>
      {bandOf(unit, from, to).map((stretch) => (
        <rect
          class={`band ${stretch.standing}`}
          x={edge(stretch.from).toFixed(1)}
          y={ROW - 6}
          width={(edge(stretch.to) - edge(stretch.from)).toFixed(1)}
          height={4}
        >
          <title>
            {`${STANDING[stretch.standing][0]}：${shortTime(stretch.from, zone)}—${shortTime(stretch.to, zone)}`}
          </title>
        </rect>
      ))}
    </>
  );
}

function OnRow({ mark }: { mark: Mark }) {
  const at = `translate(${mark.x.toFixed(1)} 7.5)`;
  if (mark.is === 'message') {
    return (
      <g class={`mark ${mark.fate} ${mark.family}`} transform={at}>
        <title>{mark.title}</title>
        <use href={`#${mark.channel}`} />
        {mark.fate === 'failed' && <use class="over" href="#cross" />}
        {mark.fate === 'skipped' && <use class="over" href="#slash" />}
      </g>
    );
  }
  return (
    <g class={`act ${mark.kind}`} transform={at}>
      <title>{mark.title}</title>
      {mark.kind === 'confirm' ? (
        <use href="#tick" />
      ) : (
        <text class="said" y={3.6}>
          {ACT[mark.kind]}
        </text>
      )}
    </g>
  );
}
