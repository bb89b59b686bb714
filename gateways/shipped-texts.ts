/** The text templates that come with the product, by language: what a plan folder does not replace. */
import { readFileSync } from 'node:fs';
import { type Language, TEXT_NAMES, type TextName, type Texts } from '../domain/plan/text-names.ts';

const read = new Map<Language, Texts>();

/** They change with the product only, so they are read once. */
export function shippedTexts(language: Language): Texts {
  const texts = read.get(language) ?? readAll(language);
  read.set(language, texts);
  return texts;
}

export const fileOf = (name: TextName): string => `${name}.txt`;

function readAll(language: Language): Texts {
  const folder = new URL(`../texts/${language}/`, import.meta.url);
  return Object.fromEntries(
    TEXT_NAMES.map((name) => [name, readFileSync(new URL(fileOf(name), folder), 'utf8')]),
  ) as Record<TextName, string>;
}
