/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Round } from '../../../domain/round/round.ts';
import type { CheckRow } from '../../../store/read/contact-checks.ts';
import { checkWord } from '../contact-checks/check-word.ts';
import { type Frame, mayHere } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { shortTime } from '../shared/shown.ts';

type ChecksProps = {
  readonly frame: Frame;
  readonly round: Round;
  readonly checks: readonly CheckRow[];
};

/** Of a round that has not opened: when liaisons are asked, or what they have answered so far. */
export function BoardChecks({ frame, round, checks }: ChecksProps) {
  const { words, language } = frame;
  const { contactCheckAt: at, period } = round;
  if (round.phase !== 'planned' || (at === null && checks.length === 0)) return null;
  const counts = new Map<string, number>();
  for (const check of checks) {
    const word = checkWord(words, round, check);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return (
    <section class="tasks">
      <h2>{words.contactCheck}</h2>
      {checks.length === 0 && at !== null && <p>{words.checkComes(shortTime(frame, at))}</p>}
      {checks.length > 0 && (
        <p>{[...counts].map(([word, number]) => `${word} ${number}`).join(words.comma)}</p>
      )}
      {checks.length > 0 && mayHere(frame, 'tend contacts') && (
        <p>
          <a href={linkTo(`/checks/${period}`, language)}>{words.seeChecks}</a>
        </p>
      )}
    </section>
  );
}
