import type { z } from 'zod';

/**
 * One clause for each wrong or missing setting of settings given as JSON. Values are not repeated: they may be secrets.
 * @param value the parsed JSON @param providers what `provider` may be
 */
export const settingSentences = (
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  providers: readonly string[],
): string[] => issues.flatMap((issue) => clauses(issue, value, providers));

function clauses(issue: z.core.$ZodIssue, value: unknown, providers: readonly string[]): string[] {
  const at = issue.path.join('.');
  const { code } = issue;
  if (code === 'invalid_union') {
    const all = `${providers.slice(0, -1).join('、')} 或 ${providers.at(-1)}`;
    return [`${at || 'provider'}：应是 ${all}`];
  }
  if (code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${[at, key].filter(Boolean).join('.')}：没有这一项`);
  }
  if (at === '') return ['应是一个 JSON 对象'];
  if (code !== 'invalid_type') return [`${at}：${issue.message}`];
  return [`${at}：${isThere(value, issue.path) ? '类型不对' : '没有设置'}`];
}

const isThere = (value: unknown, path: readonly PropertyKey[]): boolean =>
  path.reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null
        ? (at as Record<PropertyKey, unknown>)[name]
        : undefined,
    value,
  ) !== undefined;
