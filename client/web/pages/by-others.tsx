/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { TrailEntry } from '../../../store/web-pages/entries.ts';
import type { Frame } from '../shared/frame.ts';
import { shortTime } from '../shared/shown.ts';

/** What others did since the page was opened; shown before a judgement is taken in. */
export const ByOthers = ({ frame, entries }: { frame: Frame; entries: readonly TrailEntry[] }) => (
  <div class="problem box" role="alert">
    <p>{frame.words.changedMeanwhile}</p>
    <ul>
      {entries.map(({ actor, at, message }) => (
        <li>{`${shortTime(frame, at)} ${actor.name}：${message}`}</li>
      ))}
    </ul>
  </div>
);
