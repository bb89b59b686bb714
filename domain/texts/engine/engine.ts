/**
 * LiquidJS, restricted: templates have conditions, loops and variables, but no files, no clock and no code. The same values
 * always give the same text.
 */
import { Liquid, LiquidError, type Template } from 'liquidjs';

export type { Template } from 'liquidjs';

const TAGS = ['if', 'unless', 'case', 'for', 'comment'];
const FILTERS = ['capitalize', 'default', 'first', 'join', 'last', 'size'];

/** For messages: what may stand between `{%` and `%}`, and after `|`. */
export const allowedTags = TAGS.join('、');
export const allowedFilters = FILTERS.join('、');

const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  // An empty text and a count of 0 are false.
  jsTruthy: true,
  // `-%}` removes white space up to the end of its line, see `piece` in layout.ts.
  greedy: false,
  // No template is ever looked for in a file.
  templates: {},
  parseLimit: 20_000,
  memoryLimit: 1_000_000,
});
keepOnly(engine.tags, TAGS);
keepOnly(engine.filters, FILTERS);

/** @throws when the template names an unknown variable, which a checked template does not */
export type Render = (values: object) => string;

type Parsed = { readonly template: Template[] } | { readonly error: SyntaxProblem };
/** `what` in LiquidJS's words, e.g. `undefined filter: x`; the line from 1. */
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

/** Every use of a variable in a template, including those of loops; `unit.lead` has a path of two. */
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
  /** The name comes from a loop around this place. */
  readonly inList: boolean;
};

function keepOnly(known: Record<string, unknown>, names: readonly string[]): void {
  for (const name of Object.keys(known)) if (!names.includes(name)) delete known[name];
}
