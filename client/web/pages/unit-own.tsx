/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { isOutstanding } from '../../../domain/obligation/obligation.ts';
import { type Frame, mayHere } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { shortDay } from '../shared/shown.ts';
import type { UnitProps } from './unit-props.ts';

/** What the unit's own people may do as things stand. */
export function UnitOwn({ frame, record, beside }: UnitProps) {
  const { words, language } = frame;
  const { obligation, round } = record;
  const home = `/${round.period}/${obligation.unit}`;
  const may = (need: 'report' | 'endorse') => mayHere(frame, need, obligation.unit);
  const open = round.phase === 'open';
  const missing = isOutstanding(obligation.state);
  const version = String(obligation.version);
  const hasEndorsed = beside.endorsements.some(
    (one) => one.version === obligation.version && one.by === frame.visitor?.name,
  );
  const links: readonly (readonly [href: string, word: string, fits: boolean])[] = [
    ['/report', words.reportTitle, may('report') && (open || round.phase === 'signed-off')],
    ['/acts/confirm', words.acts.confirm, may('report') && open && obligation.confirmedAt === null],
    ['/acts/ask-extension', words.acts['ask-extension'], may('report') && open && missing],
    [
      '/acts/withdraw',
      words.acts.withdraw,
      may('report') && open && obligation.state === 'submitted',
    ],
    [`/receipts/${version}`, words.showReceipt, obligation.version > 0],
    [
      `/acts/endorse?version=${version}`,
      words.acts.endorse,
      may('endorse') && open && !missing && obligation.version > 0 && !hasEndorsed,
    ],
  ];
  const request = beside.requests.at(-1);
  return (
    <section class="deeds-of-unit" aria-label={words.deedsTitle}>
      {request && (
        <p class="request">
          {`${words.myRequest}（${shortDay(language, request.until)}）：${words.requestAnswers[request.answer ?? 'open']}`}
          {request.answerText ? `：${request.answerText}` : ''}
        </p>
      )}
      <p class="actions">
        {links
          .filter(([, , fits]) => fits)
          .map(([path, word]) => (
            <a class="button small" href={withLanguage(frame, `${home}${path}`)}>
              {word}
            </a>
          ))}
      </p>
    </section>
  );
}

const withLanguage = ({ language }: Frame, href: string): string => {
  const [path = '', query = ''] = href.split('?');
  return linkTo(path, language, Object.fromEntries(new URLSearchParams(query)));
};
