/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { groupFactsOf } from '../../../domain/group-text.ts';
import { hasText } from '../../../domain/texts/compiled.ts';
import { groupText } from '../../../domain/texts/group-text.ts';
import { mayHere } from '../shared/frame.ts';
import type { BoardProps } from './board-props.ts';

/**
 * What the officer may paste into the work group. A click into the field and Ctrl+A takes it without the script. The text
 * tells the time, so for the live page it is a clock.
 */
export function BoardGroupText({ frame, board: { round, units } }: BoardProps) {
  const { words, rules, settings, now } = frame;
  if (round.phase !== 'open' || !mayHere(frame, 'work on round')) return null;
  // A plan from before there was such a template still has a board.
  if (!hasText(rules.plan, 'group-text.robot')) return null;
  const obligations = units.map(({ obligation }) => obligation);
  const { demonstration } = settings;
  const facts = groupFactsOf({ plan: rules.plan, round, obligations, demonstration }, now);
  return (
    <details class="group-text" data-key="group-text">
      <summary>{words.groupText}</summary>
      <p>
        <label for="group-text">{words.groupTextHint}</label>
      </p>
      <textarea id="group-text" data-clock readonly rows={4}>
        {groupText(rules.plan, facts, rules.zone)}
      </textarea>
      <p>
        <button
          type="button"
          class="small"
          hidden
          data-copy="group-text"
          data-done={words.copied}
          data-by-hand={words.copyByHand}
        >
          {words.copy}
        </button>
      </p>
    </details>
  );
}
