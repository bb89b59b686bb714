/** The messages and documents about some units in one situation. */

import type { Obligation } from '../../obligation/obligation.ts';
import type { Slot } from '../../plan/policy.ts';
import type { TextName } from '../../plan/text-names.ts';
import { senderOf } from '../about.ts';
import type { MessageFacts } from '../facts.ts';
import type { SampleRound, Situation } from '../messages/situations.ts';
import { renderLetter, renderMail, renderSlip, renderSms } from '../messages/unit-message.ts';
import type { Sample } from './sample.ts';

export function* mailSamples(
  round: SampleRound,
  situation: Situation,
  units: Obligation[],
): Generator<Sample> {
  const { plan, zone } = round;
  const { kind } = situation;
  yield mailSample(round, situation, units, 'liaison');
  yield mailSample(round, situation, units, 'deputy');
  if (kind === 'supervise') yield mailSample(round, situation, units, 'office');
  const document = DOCUMENTS[kind];
  if (document === undefined) return;
  const facts = factsOf(round, situation, units, document.slot);
  const of = namesOf(units);
  yield { name: document.name, of, words: () => document.render(plan, facts, zone) };
}

const DOCUMENTS: {
  readonly [Kind in MessageFacts['kind']]?: {
    readonly name: TextName;
    readonly slot: Slot;
    readonly render: typeof renderLetter;
  };
} = {
  press: { name: 'press.letter', slot: 'leader', render: renderLetter },
  supervise: { name: 'supervise.slip', slot: 'office', render: renderSlip },
};

export function mailSample(
  round: SampleRound,
  situation: Situation,
  units: Obligation[],
  slot: Slot,
): Sample {
  const name = slot === 'office' ? 'supervise-cover.mail' : (`${situation.kind}.mail` as const);
  const words = () => renderMail(round.plan, factsOf(round, situation, units, slot), round.zone);
  return { name, of: namesOf(units), words };
}

export function* smsSamples(
  round: SampleRound,
  situation: Situation,
  units: Obligation[],
): Generator<Sample> {
  const of = units.map(({ unitName }) => unitName).join('、');
  const words = () =>
    renderSms(round.plan, factsOf(round, situation, units, 'liaison'), round.zone);
  yield { name: `${situation.kind}.sms`, of, words };
}

const factsOf = (
  { plan }: SampleRound,
  { kind, asOf, about }: Situation,
  units: readonly Obligation[],
  slot: Slot,
): MessageFacts => ({
  kind,
  step: kind,
  sender: senderOf(plan),
  person: { name: slot === 'liaison' ? '张某' : '', slot },
  about: units.map(about),
  asOf,
  demonstration: false,
});

const namesOf = (units: readonly Obligation[]): string =>
  units.map(({ unitName }) => unitName).join('、');
