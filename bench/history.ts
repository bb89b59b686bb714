/** What a history consists of, in the same parts as the floor. */
import type { WorkflowHandle } from '@temporalio/client';
import { type Parts, sum } from './floor.ts';

export type Counted = Parts & {
  readonly events: number;
  /** Events of kinds that the floor does not know, such as markers. */
  readonly others: number;
  readonly bytes: number;
  /** How often each activity was called. */
  readonly calls: Readonly<Record<string, number>>;
};

type Event = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>['events'];

export async function countHistory(handle: WorkflowHandle): Promise<Counted> {
  const history = await handle.fetchHistory();
  const events = history.events ?? [];
  const count = (prefix: string) =>
    events.filter((event) => kindOf(event).startsWith(prefix)).length;
  const parts: Parts = {
    start: count('workflowExecutionStarted') + count('workflowExecutionCompleted'),
    waits: count('timer'),
    signals: count('workflowExecutionSignaled'),
    activities: count('activityTask'),
    tasks: count('workflowTask'),
  };
  return {
    ...parts,
    events: events.length,
    others: events.length - sum(parts),
    bytes: bytesOf(history),
    calls: callsOf(events),
  };
}

/** `timerFired`, from the one field of attributes that an event has. */
function kindOf(event: NonNullable<Event>[number]): string {
  const field = Object.keys(event).find((name) => name.endsWith('EventAttributes'));
  return field?.slice(0, -'EventAttributes'.length) ?? '';
}

function callsOf(events: NonNullable<Event>): Record<string, number> {
  const calls: Record<string, number> = {};
  for (const event of events) {
    const name = event.activityTaskScheduledEventAttributes?.activityType?.name;
    if (name) calls[name] = (calls[name] ?? 0) + 1;
  }
  return calls;
}

type Encodable = { encode(message: unknown): { finish(): Uint8Array } };

/** As it travels and is stored. The server for tests does not tell the size, so the message itself is encoded. */
const bytesOf = (history: object): number =>
  (history.constructor as unknown as Encodable).encode(history).finish().byteLength;
