/** One message of each kind and channel, in both languages, as an HTML file. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plan } from '../../domain/plan/plan.ts';
import { LANGUAGES, type Language } from '../../domain/plan/text-names.ts';
import { type Preview, preview } from '../../domain/preview/preview.ts';
import { samplesOf } from '../../domain/texts/samples.ts';
import { periodsInPlan } from '../../domain/time/period.ts';
import { zone } from '../../domain/time/zone.ts';
import { shippedCalendar } from '../../gateways/calendar/holidays.ts';
import { htmlOf } from '../../gateways/mail/content.ts';
import { shippedPlan } from '../../rehearsal/shipped-plan.ts';
import { shippedWording } from '../support/rules/shipped-texts.ts';

export type MessageFile = { readonly file: string; readonly title: string };

/** Writes the files. First come the messages of a year in their order, then those that no plan foresees. */
export const messageFiles = async (folder: string): Promise<MessageFile[]> =>
  LANGUAGES.flatMap((language) => {
    const planned = plannedTexts(language);
    const others = [...otherTexts(language)].filter(([name]) => !planned.has(name));
    return filesOf(folder, language, [...planned, ...others]);
  });

type Words = { readonly subject?: string; readonly text: string };

const planIn = (language: Language): Plan => ({
  ...shippedPlan,
  ...shippedWording(language),
  ...(language === 'en'
    ? { basis: 'item 53', bureau: { ...shippedPlan.bureau, signature: 'ZS-Finance' } }
    : {}),
});

const rulesIn = (language: Language) => ({
  plan: planIn(language),
  leaves: [],
  calendar: shippedCalendar(),
  zone: zone(shippedPlan.zone),
});

function plannedTexts(language: Language): Map<string, Words> {
  const input = { ...rulesIn(language), startedAt: null, demonstration: false };
  const messages = preview(input, periodsInPlan(shippedPlan, 2018));
  // A digest's content is only known on its morning, so the sample says more than the preview.
  const known = messages.filter(({ step }) => !step.startsWith('morning-'));
  return firstOfEach(known.map((message) => [nameOf(message), message]));
}

function nameOf({ kind, channel, step }: Preview): string {
  if (channel === 'robot') return 'group-text.robot';
  if (kind === 'digest') return `${step.replace(/-\d+$/, '')}.mail`;
  return `${kind}.${channel === 'email' ? 'mail' : channel}`;
}

/** Also replies, tasks, sign-in codes and substitutes for failed mail, which no preview holds. */
function otherTexts(language: Language): Map<string, Words> {
  const made = [...samplesOf(rulesIn(language))].flatMap(({ name, words }): [string, Words][] => {
    const text = words();
    return 'text' in text ? [[name, text]] : [];
  });
  return firstOfEach(made);
}

function firstOfEach(
  texts: readonly (readonly [name: string, words: Words])[],
): Map<string, Words> {
  const found = new Map<string, Words>();
  for (const [name, words] of texts) if (!found.has(name)) found.set(name, words);
  return found;
}

const filesOf = (
  folder: string,
  language: Language,
  texts: readonly (readonly [kind: string, words: Words])[],
): MessageFile[] =>
  texts.map(([kind, { subject, text }]) => {
    const file = `message-${kind}-${language}.html`;
    const head = subject ? `${language === 'en' ? 'Subject: ' : '主题：'}${subject}\n\n` : '';
    writeFileSync(path.join(folder, file), htmlOf(`${head}${text}`));
    return { file, title: `${language} ${kind} ${subject ?? ''}` };
  });
