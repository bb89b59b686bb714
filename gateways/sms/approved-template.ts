/**
 * Texts as a provider has approved them, with `${name}` for each variable, and the recognition of an SMS of ours as one of
 * them: templates are matched by their text, because the product's texts are configurable.
 */

type Part = { readonly literal: string } | { readonly variable: string };

type TemplateText = {
  /** Fixed and variable parts, in turn. */
  readonly parts: readonly Part[];
  /** Why no provider can have approved it; null when it is well formed. */
  readonly wrong: string | null;
};

/** Variables and their values, in the template's order, which counts for providers that number them. */
type Values = readonly (readonly [name: string, value: string])[];

/** An approved template recognised in an SMS. */
export type Approved = { readonly id: string; readonly values: Values };

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
  /** Places from which the rest is known not to fit. Without them a text with many commas has millions of divisions to try. */
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

/** Number of fixed characters. Of two templates that fit, the one with more is the more specific. */
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

/** Whether a template with this text is of the type 验证码 (help.aliyun.com/document_detail/2806243.html). */
export const isVerificationCode = (text: string): boolean =>
  /验证码|注册码|校验码|动态码/.test(text);

export const DEMONSTRATION_MARK = '【演示】';

/** The signature 【…】 in front of an SMS, and the rest. */
export function signatureAndBody(sms: string): { signature: string | null; body: string } {
  const found = /^【([^】]*)】/.exec(sms);
  // The mark of a demonstration looks like a signature and must not be cut off as one.
  if (!found || found[0] === DEMONSTRATION_MARK) return { signature: null, body: sms };
  return { signature: found[1] ?? null, body: sms.slice(found[0].length) };
}
