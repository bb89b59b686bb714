/**
 * The one place that knows LiquidJS. A template may choose, repeat and name; it reads no file, knows no present and
 * calls nothing, so the same values give the same words wherever they are rendered.
 */
import { Liquid, LiquidError, type Template } from 'liquidjs';

export type { Template } from 'liquidjs';

const TAGS = ['if', 'unless', 'case', 'for', 'comment'];
const FILTERS = ['capitalize', 'default', 'first', 'join', 'last', 'size'];

/** What may stand between `{%` and `%}`, and after `|`. */
export const allowedTags = TAGS.join('、');
export const allowedFilters = FILTERS.join('、');

const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  // An empty phrase is nothing to say, and so is a count of 0.
  jsTruthy: true,
  // White space is taken up to the end of one line, see `source.ts`.
  greedy: false,
  // Named templates come from this object alone: no file is ever looked for.
  templates: {},
  parseLimit: 20_000,
  memoryLimit: 1_000_000,
});
keepOnly(engine.tags, TAGS);
keepOnly(engine.filters, FILTERS);

/** Makes text of the values. @throws when one that the template names is not there; a checked template names no other */
export type Render = (values: object) => string;

type Parsed = { readonly template: Template[] } | { readonly error: SyntaxProblem };
/** In the words of LiquidJS, e.g. `undefined filter: x`; the line from 1. */
export type SyntaxProblem = { readonly line: number; readonly what: string };

export function parse(source: string): Parsed {
  try {
    return { template: engine.parse(source) };
  } catch (error) {
    if (!LiquidError.is(error)) throw error;
    const [line = 1] = error.token.getPosition();
    return { error: { line, what: error.message.replace(/, line:\d+, col:\d+$/, '') } };
  }
}

export function ready(source: string): Render {
  const template = engine.parse(source);
  return (values) => String(engine.renderSync(template, values));
}

/** Every place in a template that names a variable, `unit.lead` in two steps; those that loops bring included. */
export function variablesIn(template: Template[]): Named[] {
  const { variables, globals } = engine.analyzeSync(template);
  return Object.entries(variables).flatMap(([root, places]) =>
    places.map(({ segments, location: { row, col } }) => ({
      path: segments.map(String),
      line: row,
      inList: !globals[root]?.some(({ location: l }) => l.row === row && l.col === col),
    })),
  );
}
export type Named = {
  readonly path: readonly string[];
  readonly line: number;
  /** A list around the place gives the name. */
  readonly inList: boolean;
};

function keepOnly(known: Record<string, unknown>, names: readonly string[]): void {
  for (const name of Object.keys(known)) if (!names.includes(name)) delete known[name];
}
