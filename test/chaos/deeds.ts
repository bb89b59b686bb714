/** What the people of a round do and when, drawn from a seed: units hand in and withdraw, officers judge. */
import type { Unit } from '../../domain/plan/plan.ts';
import { STEPS } from './compressed-plan.ts';
import type { Random } from './random.ts';

export type Deed = {
  readonly do:
    | 'confirm'
    | 'submit'
    | 'record'
    | 'withdraw'
    | 'return'
    | 'accept'
    | 'extend'
    | 'waive';
  /** Seconds after the round's opening, at the earliest: a unit does one thing after the other. */
  readonly at: number;
  /** Clicked twice, as people do when nothing happens. */
  readonly twice: boolean;
};

/** One unit's deeds, in order. */
export type Diary = { readonly unit: Unit; readonly deeds: readonly Deed[] };

export function drawDiaries(units: readonly Unit[], gap: number, random: Random): Diary[] {
  const fates = random.some(FATES, FATES.length);
  return random.some(units, units.length).map((unit, index) => ({
    unit,
    deeds: deedsOf(fates[index % fates.length] ?? 'plain', gap, random),
  }));
}

type Fate = (typeof FATES)[number];

/** Counts among fifteen units; half of them only report. */
const FATES = [
  'silent',
  'waived',
  'recorded',
  'extended',
  'extended',
  'withdrawn',
  'withdrawn',
  'returned',
  'returned',
  'accepted',
  ...Array.from({ length: 5 }, () => 'plain' as const),
] as const;

function deedsOf(fate: Fate, gap: number, random: Random): Deed[] {
  const arrival = momentOfArrival(gap, random);
  const soon = (after: number): number => after + random.between(0.2, gap / 2);
  const deed = (what: Deed['do'], at: number): Deed => ({
    do: what,
    at,
    twice: random.chance(0.15),
  });
  const confirmed = random.chance(0.7) ? [deed('confirm', soon(0))] : [];
  const undone = soon(arrival);
  return [...confirmed, ...ownDeeds()];

  function ownDeeds(): Deed[] {
    switch (fate) {
      case 'silent':
        return [];
      case 'waived':
        return [deed('waive', arrival)];
      case 'recorded':
        return [deed('record', arrival)];
      case 'extended':
        return [deed('extend', random.between(1, arrival)), deed('submit', arrival)];
      case 'withdrawn':
        return [deed('submit', arrival), deed('withdraw', undone), deed('submit', soon(undone))];
      case 'returned':
        return [deed('submit', arrival), deed('return', undone), deed('submit', soon(undone))];
      case 'accepted':
        return [deed('submit', arrival), deed('accept', undone)];
      case 'plain':
        return [deed('submit', arrival)];
    }
  }
}

/** Every other report arrives at the moment in which a step is sent. */
function momentOfArrival(gap: number, random: Random): number {
  if (random.chance(0.5)) return random.between(gap / 2, STEPS * gap);
  const step = Math.floor(random.between(1, STEPS));
  return step * gap + random.between(-0.3, 1.5);
}
