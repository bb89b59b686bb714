/**
 * A short cut through LiquidJS for the plain parts of a template: words, a variable, a choice by a variable, a list.
 * A year of 5,000 units is 85,000 messages, and its generators take three times as long for them as all the rest.
 * Whatever is not plain is left to LiquidJS itself; a test holds both ways to the same words.
 */
import {
  ForTag,
  IfTag,
  type Liquid,
  type Output,
  type TagToken,
  type Template,
  type Token,
  TokenKind,
  UnlessTag,
} from 'liquidjs';

type Scope = Readonly<Record<string, unknown>>;
/** Text from the values, and from the entries of the lists around it by their names. */
type Part = (values: Scope, entries: Scope) => string;
/** What a part is made in: the engine, and the names that the lists around it give to their entries. */
type Place = { readonly engine: Liquid; readonly entries: readonly string[] };

export function swift(engine: Liquid, templates: readonly Template[]): (values: object) => string {
  const parts = partsOf(templates, { engine, entries: [] });
  return (values) => parts(values as Scope, NONE);
}

const NONE: Scope = {};

function partsOf(templates: readonly Template[], place: Place): Part {
  const parts = templates.map((template) => partOf(template, place));
  return (values, entries) => {
    let text = '';
    for (const part of parts) text += part(values, entries);
    return text;
  };
}

function partOf(template: Template, place: Place): Part {
  const itself: Part = (values, entries) =>
    String(place.engine.renderSync([template], { ...values, ...entries }));
  const { kind } = template.token;
  if (kind === TokenKind.HTML) {
    const words = itself(NONE, NONE);
    return () => words;
  }
  if (kind === TokenKind.Output) return variable(template as Output, place, itself);
  if (template instanceof IfTag) return choice(template, true, place, itself);
  if (template instanceof UnlessTag) return choice(template, false, place, itself);
  if (template instanceof ForTag) return repeated(template, place, itself);
  return itself;
}

function variable({ token }: Output, place: Place, itself: Part): Part {
  const read = pathIn((token as Token & { readonly content: string }).content, place);
  if (read === null) return itself;
  return (values, entries) => {
    const value = read(values, entries);
    if (typeof value === 'string') return value;
    return typeof value === 'number' ? String(value) : itself(values, entries);
  };
}

/** `{% if name %}…{% else %}…{% endif %}`; with `unless` the other way round. */
function choice(tag: IfTag | UnlessTag, wanted: boolean, place: Place, itself: Part): Part {
  const [first, ...more] = tag.branches;
  const read = pathIn((tag.token as TagToken).args, place);
  if (read === null || first === undefined || more.length > 0) return itself;
  const yes = partsOf(first.templates, place);
  const no = partsOf(tag.elseTemplates ?? [], place);
  return (values, entries) => {
    const value = read(values, entries);
    if (value === undefined) return itself(values, entries);
    return Boolean(value) === wanted ? yes(values, entries) : no(values, entries);
  };
}

/** `{% for entry in list %}…{% endfor %}` */
function repeated(tag: ForTag, { engine, entries: around }: Place, itself: Part): Part {
  const [, list = ''] = /^\w+ in ([a-z_]+)$/.exec((tag.token as TagToken).args.trim()) ?? [];
  const counts = 'forloop' in engine.analyzeSync(tag.templates).variables;
  if (list === '' || counts || around.includes(list)) return itself;
  const name = tag.variable;
  const body = partsOf(tag.templates, { engine, entries: [...around, name] });
  const none = partsOf(tag.elseTemplates ?? [], { engine, entries: around });
  return (values, entries) => {
    const all = values[list];
    if (!Array.isArray(all)) return itself(values, entries);
    if (all.length === 0) return none(values, entries);
    let text = '';
    for (const entry of all) text += body(values, { ...entries, [name]: entry });
    return text;
  };
}

/** Reads `name` or `entry.name`; null for anything that is more than that. */
function pathIn(
  written: string,
  { entries: around }: Place,
): ((values: Scope, entries: Scope) => unknown) | null {
  const [, name = '', field] = /^\s*([a-z_]+)(?:\.([a-z_]+))?\s*$/.exec(written) ?? [];
  if (name === '' || RESERVED.includes(name)) return null;
  const inEntry = around.includes(name);
  if (field === undefined) return (values, entries) => own(inEntry ? entries : values, name);
  return (values, entries) => own(own(inEntry ? entries : values, name), field);
}

/** Words that are values and no names. */
const RESERVED = ['true', 'false', 'nil', 'null', 'empty', 'blank'];

const own = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, name)
    ? (of as Scope)[name]
    : undefined;
