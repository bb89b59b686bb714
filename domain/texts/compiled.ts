/** Templates made ready once: the same source is not parsed again. */

import { formOf, type TextName, type Texts, type Wording } from '../plan/text-names.ts';
import { Problem } from '../problem.ts';
import { type Render, ready } from './engine/engine.ts';
import { type Header, layOut } from './engine/layout.ts';

export type Compiled = {
  readonly headers: ReadonlyMap<Header, Render>;
  readonly bodies: readonly Render[];
};

const ofTexts = new WeakMap<Texts, Map<TextName, Compiled>>();
// Each reading of a plan from the database brings the same sources in a new object.
const ofSource = new Map<string, Compiled>();
/** Room for a few plans and their versions. */
const ROOM = 500;

/** Whether the plan was imported since there is such a template. */
export const hasText = ({ texts }: Wording, name: TextName): boolean =>
  (texts as Partial<Texts> | undefined)?.[name] !== undefined;

/** @throws Problem when the plan holds no such template */
export function compiled({ texts }: Wording, name: TextName): Compiled {
  const source: string | undefined = texts?.[name];
  if (source === undefined) throw notThere(name);
  const known = ofTexts.get(texts) ?? new Map<TextName, Compiled>();
  ofTexts.set(texts, known);
  const made = known.get(name) ?? compiledSource(source, name);
  known.set(name, made);
  return made;
}

function compiledSource(source: string, name: TextName): Compiled {
  const key = `${formOf(name)}\n${source}`;
  const made = ofSource.get(key) ?? compile(source, name);
  if (ofSource.size >= ROOM) ofSource.clear();
  ofSource.set(key, made);
  return made;
}

function compile(source: string, name: TextName): Compiled {
  const { headers, bodies } = layOut(source, formOf(name));
  return {
    headers: new Map([...headers].map(([header, piece]) => [header, ready(piece.source)])),
    bodies: bodies.map((piece) => ready(piece.source)),
  };
}

const notThere = (name: TextName): Problem =>
  new Problem(
    'invalid',
    `方案里没有文本模板 ${name}：它是由较早的版本导入的。请运行 cuibao plan import 重新导入。`,
  );
