/** texts/: templates that replace shipped ones, each in a file with its name (docs/texts.md). */

import { readFileSync } from 'node:fs';
import { nearest } from '../../domain/plan/nearest.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import {
  type Language,
  TEXT_NAMES,
  type TextName,
  type Texts,
} from '../../domain/plan/text-names.ts';
import { checkTemplate } from '../../domain/texts/check-template.ts';
import { checkSamples } from '../../domain/texts/check-words.ts';
import type { Fault } from '../../domain/texts/engine/layout.ts';
import { zone } from '../../domain/time/zone.ts';
import { shippedCalendar } from '../calendar/holidays.ts';
import { type FolderProblem, reportInto } from './folder-problem.ts';

/** By file name, e.g. `reminder.sms.txt`. */
export type TextFiles = Readonly<Record<string, string>>;

/** The templates in force; undefined, with problems reported, when one is wrong. */
export function readTexts(
  files: TextFiles,
  language: Language,
  problems: FolderProblem[],
): Texts | undefined {
  const before = problems.length;
  const own: Partial<Record<TextName, string>> = {};
  for (const [file, text] of Object.entries(files)) {
    const name = TEXT_NAMES.find((each) => fileOf(each) === file);
    if (name === undefined) unknownFile(file, problems);
    else own[name] = text.replaceAll('\r\n', '\n').replace(/^\uFEFF/, '');
  }
  for (const name of TEXT_NAMES) {
    const source = own[name];
    const faults = source === undefined ? [] : checkTemplate(source, name);
    for (const fault of faults) reportFault(name, fault, problems);
  }
  return problems.length > before ? undefined : { ...shippedTexts(language), ...own };
}

/** Problems of sample messages made for every unit of the plan. */
export function checkTexts(plan: Plan, files: TextFiles): FolderProblem[] {
  const problems: FolderProblem[] = [];
  const rules = { plan, calendar: shippedCalendar(), zone: zone(plan.zone) };
  for (const { name, fault } of checkSamples(rules)) {
    const isOwn = Object.hasOwn(files, fileOf(name));
    const remedy = isOwn
      ? fault.remedy
      : `${fault.remedy}这是随程序提供的文本：可在方案的 texts 文件夹里放一份 ${fileOf(name)} 代替它，或改短 plan.yaml 里的设置。`;
    reportFault(name, { ...fault, remedy }, problems);
  }
  return problems;
}

function reportFault(name: TextName, fault: Fault, problems: FolderProblem[]): void {
  const { line, value, message, remedy } = fault;
  reportInto(problems, `texts/${fileOf(name)}`)({ line, value }, message, remedy);
}

function unknownFile(file: string, problems: FolderProblem[]): void {
  const known = TEXT_NAMES.map(fileOf);
  const near = nearest(known, file);
  reportInto(problems, `texts/${file}`)(
    { value: file },
    `没有叫“${file}”的文本。${near.length > 0 ? `是不是“${near.join('”“')}”？` : ''}`,
    `文件名只能是：${known.join('、')}。`,
  );
}

const read = new Map<Language, Texts>();

/** The templates that come with the product; read once for each language. */
export function shippedTexts(language: Language): Texts {
  const texts = read.get(language) ?? readAll(language);
  read.set(language, texts);
  return texts;
}

const fileOf = (name: TextName): string => `${name}.txt`;

function readAll(language: Language): Texts {
  const folder = new URL(`../../texts/${language}/`, import.meta.url);
  return Object.fromEntries(
    TEXT_NAMES.map((name) => [name, readFileSync(new URL(fileOf(name), folder), 'utf8')]),
  ) as Record<TextName, string>;
}
