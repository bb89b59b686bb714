/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { dueCount, dueCountText } from '../../../domain/time/due.ts';
import { daysBetween, workdaysBetween } from '../../../domain/time/workdays.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { closing, dateTime, shortDay } from '../shared/shown.ts';
import type { BoardProps } from './board-view.ts';

/** The round's dates and its newest compilation. */
export const BoardHead = (props: BoardProps) => (
  <dl class="facts">
    <DueDate {...props} />
    <Today {...props} />
    <Compiled {...props} />
    <CompileDate {...props} />
  </dl>
);

function DueDate({ frame, board: { round } }: BoardProps) {
  const { words, language } = frame;
  const { nominal, effective, at } = round.due;
  return (
    <div>
      <dt>{words.nominal}</dt>
      <dd title={words.judgedBy}>
        <strong>{shortDay(language, nominal)}</strong>
        <small>
          {nominal === effective
            ? closing(frame, at)
            : `${words.effective} ${shortDay(language, effective)} ${closing(frame, at)}`}
        </small>
      </dd>
    </div>
  );
}

function Today({ frame, board: { round } }: BoardProps) {
  const { words, language, rules, now } = frame;
  const today = rules.zone.dayOf(now);
  const count = dueCount(round.due, today, rules.calendar);
  return (
    <div>
      <dt>{words.today}</dt>
      <dd>
        <strong>{dueCountText(count)}</strong>
        <small>
          {[around(words, count), shortDay(language, today)]
            .filter((part) => part !== '')
            .join(' · ')}{' '}
          <span data-clock>{rules.zone.timeOf(now)}</span>
        </small>
      </dd>
    </div>
  );
}

function around(words: Frame['words'], count: number): string {
  if (count === 0) return '';
  return count > 0 ? words.afterDue(count) : words.beforeDue(-count);
}

function Compiled({ frame, board: { round, compilation } }: BoardProps) {
  const { words, language } = frame;
  if (compilation === null) {
    return (
      <div>
        <dt>{words.compilation}</dt>
        <dd>
          <strong>{words.none}</strong>
        </dd>
      </div>
    );
  }
  const name = `${words.version}${compilation.version}${words.versionEnd}`;
  return (
    <div>
      <dt>{words.compilation}</dt>
      <dd>
        <strong>
          <a href={linkTo(`/${round.period}/compilations/${compilation.version}`, language)}>
            {compilation.draft ? `${name} · ${words.draft}` : name}
          </a>
        </strong>
        <small>
          {compilation.stale ? words.stale : words.fresh} ·{' '}
          {dateTime(frame, compilation.madeAt).slice(5)}
        </small>
      </dd>
    </div>
  );
}

function CompileDate({ frame, board: { round } }: BoardProps) {
  const { words, language } = frame;
  return (
    <div>
      <dt>{words.compileDate}</dt>
      <dd>
        <strong>{shortDay(language, round.compileOn)}</strong>
        <small>
          {round.signedOffAt === null
            ? distance(frame, round.compileOn)
            : `${words.signedOff} ${dateTime(frame, round.signedOffAt).slice(5)}`}
        </small>
      </dd>
    </div>
  );
}

function distance({ words, rules, now }: Frame, to: BoardProps['board']['round']['compileOn']) {
  const today = rules.zone.dayOf(now);
  if (today === to) return words.isToday;
  const [word, from, until] = today < to ? [words.left, today, to] : [words.passed, to, today];
  const workdays = workdaysBetween(rules.calendar, from, until);
  return `${word} ${workdays} ${words.workdays}（${daysBetween(from, until)} ${words.days}）`;
}
