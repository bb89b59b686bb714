/** Turns every error of a command into an exit code and a sentence. */
import { CommanderError } from '@commander-js/extra-typings';
import { Problem } from '../../../domain/problem.ts';

export type Failure = { readonly exitCode: number; readonly sentence: string };

const USAGE = 2;
const DATABASE_DOWN =
  '数据库连接不上（Postgres）；本次操作没有生效。请确认服务已启动（npm start）和 DATABASE_URL，稍后重试。';

/** Postgres error codes that a person can do something about. */
const BY_CODE: Readonly<Record<string, string>> = {
  '3D000': '数据库不存在。请检查 DATABASE_URL，或先建库，再运行 cuibao migrate。',
  '28P01': '数据库拒绝了用户名或密码。请检查 DATABASE_URL。',
  '28000': '数据库拒绝了这个用户。请检查 DATABASE_URL 和数据库的访问设置。',
  '42P01': '数据库里还没有 cuibao 的表。请先运行 cuibao migrate。',
  '42703': '数据库的表结构与程序版本不符。请先运行 cuibao migrate。',
};

export function failureOf(error: unknown): Failure {
  // Commander has already printed its own message.
  if (error instanceof CommanderError) {
    return { exitCode: error.exitCode === 0 ? 0 : USAGE, sentence: '' };
  }
  return { exitCode: 1, sentence: sentenceOf(error) };
}

function sentenceOf(error: unknown): string {
  if (error instanceof Problem) return error.message;
  const code = codeOf(error);
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  if (
    /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EPIPE|08\w{3}|57P0\d)$/.test(code)
  )
    return DATABASE_DOWN;
  if (error instanceof Error && /Connection terminated|timeout exceeded/.test(error.message))
    return DATABASE_DOWN;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `程序出错，操作可能没有完成。请把以下内容交给管理员：\n${detail}`;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
