/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { HeldText } from '../../../domain/delivery/message-text.ts';
import type { Step } from '../../../domain/ladder/step.ts';
import type { Slot } from '../../../domain/plan/policy.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type {
  Behind,
  Timeline,
  TimelineCommand,
  TimelineDelivery,
} from '../../../store/read/unit.ts';
import { failureInWords } from '../../failure-words.ts';
import { LetterText, titleOf } from '../letters/letter-page.tsx';
import { sandboxLink } from '../messages/message-page.tsx';
import { type Frame, mayHere } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { dateTime, shortTime } from '../shared/shown.ts';
import { signOf } from '../shared/standing.ts';
import type { UnitProps } from './unit-view.ts';

export function UnitTimeline({ frame, record, behind }: UnitProps) {
  const { past, future } = eventsOf(record, frame.now);
  return (
    <ol class="timeline">
      {past.map((event) => (
        <EventLine frame={frame} behind={behind} event={event} />
      ))}
      <li class="now">
        <time data-clock>{shortTime(frame, frame.now)}</time> <strong>{frame.words.now}</strong>
      </li>
      {future.map((event) => (
        <EventLine frame={frame} behind={behind} event={event} />
      ))}
    </ol>
  );
}

type EventProps<E> = Pick<UnitProps, 'frame' | 'behind'> & { readonly event: E };

const EventLine = ({ frame, behind, event }: EventProps<Event>) =>
  event.kind === 'command' ? (
    <CommandLine frame={frame} command={event.command} />
  ) : (
    <StepLine frame={frame} behind={behind} event={event} />
  );

function StepLine({ frame, behind, event }: EventProps<StepEvent>) {
  const { words } = frame;
  const { step, deliveries } = event;
  const moved = shortTime(frame, step.firstAt) !== shortTime(frame, step.at);
  return (
    <li class={`step ${step.state}`}>
      <time>{shortTime(frame, step.at)}</time>
      <div>
        <strong>{words.kinds[step.kind]}</strong>{' '}
        <span class="tag">{words.stepStates[step.state]}</span>
        {step.cycle > 1 && <small>{`${words.cycle}${step.cycle}${words.cycleEnd}`}</small>}{' '}
        {step.reason && <span class="why">{step.reason}</span>}
        {moved && <small>{`${words.movedFrom} ${shortTime(frame, step.firstAt)}`}</small>}
        {deliveries.length > 0 && (
          <ul class="deliveries">
            {deliveries.map((delivery) => (
              <UnitDelivery frame={frame} delivery={delivery} behind={behind.get(delivery.key)} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function CommandLine({ frame, command }: { frame: Frame; command: TimelineCommand }) {
  const { words } = frame;
  const said = saidWith(frame, command);
  const act = words.acts[command.kind as keyof typeof words.acts] ?? command.kind;
  return (
    <li class={`command ${command.ok ? '' : 'refused'}`}>
      <time title={dateTime(frame, command.at)}>{shortTime(frame, command.at)}</time>
      <div>
        <strong>{act}</strong> {!command.ok && <span class="tag bad">{words.refused}</span>}
        <small>{`${words.byWhom} ${command.actor.name}`}</small>
        <p>{command.message}</p>
        {said && <p class="why">{said}</p>}
      </div>
    </li>
  );
}

/** The command's reason, text and the like, as its kind has them. */
function saidWith({ words }: Frame, { kind, content }: TimelineCommand): string {
  const text = (name: string) => {
    const value = content[name];
    return typeof value === 'string' ? value : '';
  };
  const named = (name: string, word: string) => (text(name) ? `${word} ${text(name)}` : '');
  return [
    text('who'),
    kind === 'call' ? text('answer') || words.noAnswer : '',
    text('reason'),
    text('text'),
    text('evidence'),
    named('promisedOn', words.promisedOn),
    named('until', words.until),
  ]
    .filter((part) => part !== '')
    .join('；');
}

type DeliveryProps = {
  readonly frame: Frame;
  readonly delivery: TimelineDelivery;
  readonly behind: Behind | undefined;
};

/** One message or document of a step: to whom, how, its state, its text. */
function UnitDelivery({ frame, delivery, behind }: DeliveryProps) {
  const { words, language } = frame;
  const { slot, channel, person, state, reason, settledAt, insteadOf } = delivery;
  return (
    <li>
      <span aria-hidden="true">{signOf(state)}</span> {words.channels[channel]} →{' '}
      {person ? `${person}（${words.slots[slot]}）` : words.slots[slot]}{' '}
      <span class={state === 'rejected' || state === 'unknown' ? 'tag bad' : 'tag'}>
        {words.deliveryStates[state]}
      </span>{' '}
      {settledAt !== null && <small>{shortTime(frame, settledAt)}</small>}{' '}
      {insteadOf !== null && <span class="tag">{words.insteadWent}</span>}{' '}
      {reason && <span class="why">{failureInWords(reason, language)}</span>}
      {behind?.document && <Document frame={frame} document={behind.document} />}
      {behind?.reference && (
        <Message frame={frame} delivery={delivery} reference={behind.reference} />
      )}
    </li>
  );
}

type MessageProps = Pick<DeliveryProps, 'frame' | 'delivery'> & { readonly reference: string };

function Message({ frame, delivery, reference }: MessageProps) {
  const { words, language, sandboxUrl } = frame;
  const { text, subject, address, channel } = delivery;
  return (
    <details>
      <summary>{subject || words.showText}</summary>
      <pre class="letter">{text}</pre>
      <p class="more">
        {mayHere(frame, 'read round') && (
          <a href={linkTo(`/messages/${reference}`, language)}>{words.messages}</a>
        )}
        {sandboxUrl && address && (
          <a href={sandboxLink(sandboxUrl, channel, address)}>{words.inSandbox}</a>
        )}
      </p>
    </details>
  );
}

const Document = ({ frame, document }: { frame: Frame; document: HeldText }) => (
  <details>
    <summary>{titleOf(document) || frame.words.showText}</summary>
    <LetterText held={document} />
  </details>
);

type StepEvent = {
  readonly kind: 'step';
  readonly at: Instant;
  readonly step: Step;
  readonly deliveries: readonly TimelineDelivery[];
};
type CommandEvent = {
  readonly kind: 'command';
  readonly at: Instant;
  readonly command: TimelineCommand;
};
type Event = StepEvent | CommandEvent;

const SLOTS: readonly Slot[] = ['liaison', 'deputy', 'leader', 'office', 'officer'];

/** Events split at the present: past, and still to come. A command precedes steps of the same instant. */
function eventsOf(
  { steps, deliveries, commands }: Pick<Timeline, 'steps' | 'deliveries' | 'commands'>,
  now: Instant,
): { readonly past: readonly Event[]; readonly future: readonly Event[] } {
  const events: Event[] = [
    ...commands.map((command) => ({ kind: 'command' as const, at: command.at, command })),
    ...steps.map((step) => ({
      kind: 'step' as const,
      at: step.at,
      step,
      deliveries: deliveries
        .filter((d) => d.cycle === step.cycle && d.step === step.key)
        .toSorted((a, b) => a.at - b.at || SLOTS.indexOf(a.slot) - SLOTS.indexOf(b.slot)),
    })),
  ];
  const ordered = events.toSorted((a, b) => a.at - b.at);
  return {
    past: ordered.filter((event) => event.at <= now),
    future: ordered.filter((event) => event.at > now),
  };
}
