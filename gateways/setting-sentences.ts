import type { z } from 'zod';

/**
 * What is wrong with settings given as JSON, one clause each; every missing one is among them. Values are not repeated,
 * they may be secrets.
 * @param value what was read @param providers what `provider` may be, in words
 */
export const settingSentences = (
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  providers: string,
): string[] => issues.flatMap((issue) => clauses(issue, value, providers));

function clauses(issue: z.core.$ZodIssue, value: unknown, providers: string): string[] {
  const at = issue.path.join('.');
  const { code } = issue;
  if (code === 'invalid_union') return [`${at || 'provider'}：应是 ${providers}`];
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
