/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { TimelineCommand } from '../../../store/read/unit.ts';
import { UnitDelivery } from '../pages/unit-delivery.tsx';
import type { UnitProps } from '../pages/unit-props.ts';
import type { Frame } from '../shared/frame.ts';
import { dateTime, shortTime } from '../shared/shown.ts';
import { type Event, eventsOf, type StepEvent } from '../timeline.ts';

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

/** What was said with the command; which of these there are depends on its kind. */
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
