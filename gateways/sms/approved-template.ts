/**
 * Texts as a provider has approved them, with `${name}` for each variable, and how a text of ours is recognised as one
 * of them (docs/decisions: approved templates are matched by text). Pure.
 */

type Part = { readonly literal: string } | { readonly variable: string };

export type TemplateText = {
  /** Fixed and variable parts, in turn. */
  readonly parts: readonly Part[];
  /** Why no provider can have approved it; null when one can. */
  readonly wrong: string | null;
};

/** Variables and their values, in the template's order: the order of providers that number them. */
export type Values = readonly (readonly [name: string, value: string])[];

export function parsedTemplate(text: string): TemplateText {
  const parts = text
    .split(/(\$\{[^}]*\})/)
    .filter((piece) => piece !== '')
    .map((piece): Part => {
      const variable = /^\$\{([^}]*)\}$/.exec(piece)?.[1];
      return variable === undefined ? { literal: piece } : { variable };
    });
  return { parts, wrong: whatIsWrong(text, parts) };
}

/** The values that make the template this text, each of 1 to `longest` characters; null when none do. */
export const valuesIn = (text: string, { parts }: TemplateText, longest: number): Values | null =>
  valuesFrom({ text, parts, longest, hopeless: new Set() }, 0, 0);

type Search = {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly longest: number;
  /** Where the rest is known not to fit. Without it a text of many commas could be divided in millions of ways. */
  readonly hopeless: Set<string>;
};

function valuesFrom(search: Search, index: number, at: number): Values | null {
  const { text, parts, hopeless } = search;
  const part = parts[index];
  if (part === undefined) return at === text.length ? [] : null;
  const place = `${index} ${at}`;
  if (hopeless.has(place)) return null;
  const found =
    'literal' in part
      ? pastLiteral(search, part.literal, index, at)
      : pastVariable(search, part.variable, index, at);
  if (found === null) hopeless.add(place);
  return found;
}

const pastLiteral = (search: Search, literal: string, index: number, at: number): Values | null =>
  search.text.startsWith(literal, at) ? valuesFrom(search, index + 1, at + literal.length) : null;

function pastVariable(search: Search, name: string, index: number, at: number): Values | null {
  const { text, longest } = search;
  for (let end = at + 1; end <= Math.min(text.length, at + longest); end += 1) {
    const rest = valuesFrom(search, index + 1, end);
    if (rest !== null) return [[name, text.slice(at, end)], ...rest];
  }
  return null;
}

/** How much of the template is fixed: of two that fit, the one with more says more precisely what the text is. */
export const fixedLength = ({ parts }: TemplateText): number =>
  parts.reduce((sum, part) => sum + ('literal' in part ? part.literal.length : 0), 0);

function whatIsWrong(text: string, parts: readonly Part[]): string | null {
  if (/[【】]/.test(text)) return '不带签名，正文里也不能有【】';
  const names = parts.flatMap((part) => ('variable' in part ? [part.variable] : []));
  if (names.some((name) => !/^[A-Za-z]\w{0,24}$/.test(name))) {
    return '变量写作 ${名称}，名称以字母开头，只含字母、数字和下划线，最长25个';
  }
  if (new Set(names).size < names.length) return '同一个变量只能出现一次';
  const isNextTo = (part: Part, next: Part | undefined) =>
    'variable' in part && next !== undefined && 'variable' in next;
  if (parts.some((part, index) => isNextTo(part, parts[index + 1]))) {
    return '两个变量之间要有固定文字，服务商不批准相邻的变量';
  }
  if (parts.every((part) => 'variable' in part)) return '不能全是变量';
  return null;
}
