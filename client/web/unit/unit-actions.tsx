/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { TimelineDelivery } from '../../../store/read/unit.ts';
import { OBLIGATION_ACTS } from '../acts/obligation-acts.ts';
import { type BureauDeed, mayRecord, resendable, unitOffers } from '../acts/offers.ts';
import { actHref, letterHref } from '../acts/task-acts.ts';
import { type Frame, mayHere } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { shortDay, shortTime } from '../shared/shown.ts';
import type { UnitProps } from './unit-view.ts';

/** What the bureau may do about the unit's report now, each a link to its form. */
export function UnitActions(props: UnitProps) {
  const { frame, record } = props;
  const request = openRequest(props);
  const { words, language } = frame;
  const { obligation, round } = record;
  const may = (deed: BureauDeed) => {
    const form = OBLIGATION_ACTS[deed];
    return form !== undefined && mayHere(frame, form.need);
  };
  const offered = unitOffers({ round, obligation, hasRequest: request !== null }).filter(may);
  if (offered.length === 0) return null;
  return (
    <section class="deeds-of-unit" aria-label={words.deedsTitle}>
      {request !== null && (
        <p class="request">
          <strong>{words.shows.requests}</strong>{' '}
          {`${shortTime(frame, request.askedAt)} ${words.askedFor(shortDay(language, request.until), request.reason, request.askedBy)}`}
        </p>
      )}
      <p class="actions">
        {offered.map((deed) => (
          <a class="button small" href={actHref(obligation.id, deed, language, given(props, deed))}>
            {deed === 'extend' && request !== null ? words.grant : words.acts[deed]}
          </a>
        ))}
        {mayRecord({ round, obligation }) && (
          <a
            class="button small"
            href={linkTo(`/${round.period}/${obligation.unit}/record`, language)}
          >
            {words.recordDeed}
          </a>
        )}
      </p>
      <Letters {...props} />
      <Failed {...props} />
    </section>
  );
}

/** Fields that are known from the page. */
function given(props: UnitProps, deed: BureauDeed): Record<string, string> {
  const { obligation } = props.record;
  const request = openRequest(props);
  if (deed === 'accept' || deed === 'return') return { version: String(obligation.version) };
  return deed === 'extend' && request !== null ? { until: request.until } : {};
}

const openRequest = ({ beside }: UnitProps) =>
  beside.requests.find(({ answer }) => answer === null) ?? null;

const Letters = ({ frame, record }: UnitProps) => (
  <>
    {record.deliveries
      .filter(({ state }) => state === 'held')
      .map((delivery) => (
        <p class="actions">
          <span>{nameOf(frame, delivery)}</span>
          <a
            class="button small"
            href={letterHref(record.obligation.id, delivery.key, frame.language)}
          >
            {frame.words.openLetter}
          </a>
          <Deed frame={frame} record={record} deed="release" delivery={delivery} />
          <Deed frame={frame} record={record} deed="dismiss" delivery={delivery} />
        </p>
      ))}
  </>
);

function Failed({ frame, record }: UnitProps) {
  if (record.round.phase !== 'open') return null;
  return (
    <>
      {resendable(record, frame.now).map((delivery) => (
        <p class="actions">
          <span class="bad">{`${nameOf(frame, delivery)} · ${frame.words.deliveryStates[delivery.state]}`}</span>
          <Deed frame={frame} record={record} deed="resend" delivery={delivery} />
        </p>
      ))}
    </>
  );
}

type DeedProps = Pick<UnitProps, 'frame' | 'record'> & {
  readonly deed: 'release' | 'dismiss' | 'resend';
  readonly delivery: TimelineDelivery;
};

const Deed = ({ frame, record, deed, delivery }: DeedProps) => (
  <a
    class="button small"
    href={actHref(record.obligation.id, deed, frame.language, { delivery: delivery.key })}
  >
    {frame.words.acts[deed]}
  </a>
);

const nameOf = ({ words }: Frame, { kind, channel, slot, person }: TimelineDelivery): string =>
  `${words.kinds[kind]} · ${words.channels[channel]} → ${person ?? words.slots[slot]}`;
