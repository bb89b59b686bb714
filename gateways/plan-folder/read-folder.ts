/**
 * Reads a plan folder: plan.yaml, items.txt, units.csv, contacts.csv and, if there is one, texts/. Finds every problem of
 * all files at once and writes nothing. The files are described in docs/configuration.md.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plan } from '../../domain/plan/plan.ts';
import { COLLECTIVE_NAMES, namesOf } from '../../domain/plan/roster.ts';
import { readContacts } from './contacts.ts';
import { crossCheck } from './cross-check.ts';
import { decode } from './csv-rows.ts';
import { type FolderProblem, reportInto } from './folder-problem.ts';
import { type ItemsContext, readItems } from './items.ts';
import type { PlanSettings } from './plan-schema.ts';
import { readPlanYaml } from './plan-yaml.ts';
import { checkTexts, readTexts, type TextFiles } from './texts.ts';
import { readUnits } from './units.ts';

export const FILES = ['plan.yaml', 'items.txt', 'units.csv', 'contacts.csv'] as const;
export type FileName = (typeof FILES)[number];
type Texts = Readonly<Record<FileName, string | undefined>>;

/**
 * The plan when there is no problem, otherwise the problems, in the order of the files.
 * @param words `untried`: templates are parsed, not tried on every unit, which takes longer than all the rest
 */
export async function readPlanFolder(
  folder: string,
  words: 'tried' | 'untried' = 'tried',
): Promise<{ plan?: Plan; problems: FolderProblem[] }> {
  const problems: FolderProblem[] = [];
  const texts = Object.fromEntries(
    await Promise.all(
      FILES.map(async (name) => [name, await textOf(folder, name, problems)] as const),
    ),
  ) as Texts;
  const own = await textFilesIn(join(folder, 'texts'));
  return words === 'tried' ? checked(texts, own, problems) : readable(texts, own, problems);
}

/** The same for uploaded files; a missing file is a problem. */
export function readPlanFiles(
  files: Readonly<Partial<Record<FileName, Buffer>>>,
  textFiles: Readonly<Record<string, Buffer>> = {},
): { plan?: Plan; problems: FolderProblem[] } {
  const problems: FolderProblem[] = [];
  const texts = Object.fromEntries(
    FILES.map((name) => [name, uploadedText(files[name], name, problems)] as const),
  ) as Texts;
  const own = Object.entries(textFiles).map(([name, content]) => [name, decode(content)]);
  return checked(texts, Object.fromEntries(own), problems);
}

function checked(
  texts: Texts,
  own: TextFiles,
  problems: FolderProblem[],
): { plan?: Plan; problems: FolderProblem[] } {
  const { plan } = readable(texts, own, problems);
  if (plan) problems.push(...checkTexts(plan, own));
  return plan && problems.length === 0 ? { plan, problems } : { problems };
}

function readable(
  texts: Texts,
  own: TextFiles,
  problems: FolderProblem[],
): { plan?: Plan; problems: FolderProblem[] } {
  const plan = planOf(texts, own, problems);
  if (plan && problems.length === 0) problems.push(...crossCheck(plan));
  return plan && problems.length === 0 ? { plan, problems } : { problems };
}

function uploadedText(
  content: Buffer | undefined,
  name: FileName,
  problems: FolderProblem[],
): string | undefined {
  try {
    if (content) return decode(content);
    reportInto(problems, name)(
      { value: name },
      `没有上传 ${name}。`,
      '请选择方案文件夹里的全部四个文件。',
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    reportInto(problems, name)(
      { value: name },
      `${name} 不是文本：${why}`,
      '请另存为 UTF-8 文本再传。',
    );
  }
  return undefined;
}

/** Every file but those that systems and editors leave behind. */
async function textFilesIn(folder: string): Promise<TextFiles> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isFile() && !/^[.~]|^Thumbs\.db$/.test(entry.name))
    .map(({ name }) => name);
  const texts = names.map(async (name) => [name, decode(await readFile(join(folder, name)))]);
  return Object.fromEntries(await Promise.all(texts));
}

async function textOf(
  folder: string,
  name: FileName,
  problems: FolderProblem[],
): Promise<string | undefined> {
  try {
    return decode(await readFile(join(folder, name)));
  } catch (error) {
    reportInto(problems, name)(
      { value: folder },
      `读不到文件 ${join(folder, name)}（${error instanceof Error ? error.message : String(error)}）。`,
      `方案文件夹里要有 ${FILES.join('、')}，请检查路径、文件名和读取权限。`,
    );
    return undefined;
  }
}

function planOf(texts: Texts, own: TextFiles, problems: FolderProblem[]): Plan | undefined {
  const report = (name: FileName) => reportInto(problems, name);
  const read = <Result>(name: FileName, parse: (text: string) => Result): Result | undefined => {
    const text = texts[name];
    return text === undefined ? undefined : parse(text);
  };
  const settings = read('plan.yaml', (text) => readPlanYaml(text, report('plan.yaml')));
  const units = read('units.csv', (text) => readUnits(text, report('units.csv')))?.map(
    ({ unit }) => unit,
  );
  const context = contextOf(settings, units);
  const items = read('items.txt', (text) => readItems(text, context, report('items.txt')));
  // Without a roster every unit of the contacts would be reported as unknown.
  const contacts =
    units && read('contacts.csv', (text) => readContacts(text, units, report('contacts.csv')));
  const words = readTexts(own, settings?.language ?? 'zh', problems);
  if (!settings || !items || !units || !contacts || !words) return undefined;
  return {
    ...settings,
    texts: words,
    items,
    units,
    contacts: contacts.map(({ contact }) => contact),
  };
}

function contextOf(
  settings: PlanSettings | undefined,
  units: Plan['units'] | undefined,
): ItemsContext {
  return {
    names: units ? new Set([...units.flatMap(namesOf), ...COLLECTIVE_NAMES]) : null,
    years: settings
      ? { from: Number(settings.validFrom.slice(0, 4)), to: Number(settings.validTo.slice(0, 4)) }
      : null,
  };
}
