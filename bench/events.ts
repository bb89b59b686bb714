/** History events and bytes of an obligation beside the floor counted from its job, part by part. */

import type { Figure, Measured } from './figure.ts';
import { floorOf, type Job, type Parts, sum } from './floor.ts';
import { type Life, livesOf } from './lives.ts';
import type { Options } from './options.ts';

const PARTS = ['start', 'waits', 'signals', 'activities', 'tasks'] as const;

const WHY: Readonly<Record<(typeof PARTS)[number], string>> = {
  start: 'nothing: the workflow starts and ends once',
  waits:
    'waits that end with nothing to do: the weekly look of an obligation that has nothing planned',
  signals: 'signals that brought no news',
  activities: 'planSteps: a look at the record that nobody else had made, as after each idle wait',
  tasks:
    'a task after each planSteps, and one for each delivery that ends apart from the others of its step',
};

export async function measureEvents({ runs }: Options): Promise<Measured> {
  const lives: Life[][] = [];
  for (let run = 0; run < runs; run += 1) lives.push(await livesOf());
  const last = lives.at(-1) ?? [];
  return {
    figures: last.flatMap((life, index) =>
      figuresOf(
        life.who,
        lives.flatMap((run) => run[index] ?? []),
      ),
    ),
    notes: last.flatMap(notesOf),
  };
}

function figuresOf(who: string, lives: readonly Life[]): Figure[] {
  const of = (what: string, unit: Figure['unit'], value: (life: Life) => number): Figure => ({
    what: `a unit that ${who}${what}`,
    unit,
    size: null,
    runs: lives.map(value),
    goal: unit === 'ratio' ? { atMost: 1.15 } : null,
  });
  return [
    of('', 'events', ({ history }) => history.events),
    of(': the floor', 'events', ({ job }) => sum(floorOf(job))),
    of(': times the floor', 'ratio', ({ job, history }) => history.events / sum(floorOf(job))),
    of('', 'bytes', ({ history }) => history.bytes),
  ];
}

function notesOf({ who, job, history }: Life): string[] {
  const floor: Parts = floorOf(job);
  const line = (part: (typeof PARTS)[number]) => {
    const above = history[part] - floor[part];
    const reason = above === 0 ? '' : ` — ${WHY[part]}`;
    return `  ${part}: ${history[part]}, floor ${floor[part]}, above it ${above}${reason}`;
  };
  const calls = Object.entries(history.calls).map(([name, times]) => `${name} × ${times}`);
  return [
    `History of a unit that ${who}: ${jobText(job)}`,
    ...PARTS.map(line),
    `  others: ${history.others}`,
    `  activities called: ${calls.join(', ')}`,
  ];
}

function jobText({ opening, steps, news }: Job): string {
  const timed =
    steps.length === 0 ? 'no timed step' : `timed steps with ${steps.join(', ')} deliveries`;
  const told = news.length === 0 ? 'no report' : `a report, answered by ${news.join(', ')}`;
  return `notice with ${opening} deliveries, ${timed}, ${told}`;
}
