import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { Problem, type ProblemCode } from '../../domain/problem.ts';
import { languageFor, wordsIn } from './shared/language.ts';
import { ProblemPage } from './shared/problem-page.tsx';

/** A page for what went wrong: a problem says its sentence, anything else is for the log. */
export function answerToError(error: Error, c: Context): Response | Promise<Response> {
  const language = languageFor(c);
  const problem = problemOf(error);
  if (problem === null) console.error(error);
  const words = wordsIn(language);
  const title = problem?.code === 'not_found' ? words.notFound : words.failed;
  const hint =
    problem?.message ?? '程序出错，已记入日志。请稍后重试；仍不行的，请把时间告诉管理员。';
  return c.html(ProblemPage({ language, title, hint }), statusOf(problem));
}

function problemOf(error: Error): Problem | null {
  if (error instanceof Problem) return error;
  // The check of where a form comes from throws it.
  if (error instanceof HTTPException && error.status === 403) {
    return new Problem('forbidden', FOREIGN_FORM);
  }
  const code = 'code' in error ? String(error.code) : '';
  const unreachable =
    /^(ECONNREFUSED|ECONNRESET|57P0\d|08\w{3})$/.test(code) ||
    /Connection terminated|timeout exceeded/.test(error.message);
  return unreachable ? new Problem('unavailable', NO_DATABASE, { cause: error }) : null;
}

const NO_DATABASE = '数据库连接不上（Postgres）。请确认服务已启动（npm start），稍后刷新本页。';

const FOREIGN_FORM =
  '这份表单不是从本系统的页面提交的，没有受理。请从本系统的页面重新打开并提交；仍不行的，请管理员核对 WEB_URL 设置。';

const statusOf = (problem: Problem | null) => (problem ? STATUS[problem.code] : 500);

const STATUS = {
  invalid: 400,
  not_found: 404,
  refused: 409,
  superseded: 409,
  closed: 409,
  forbidden: 403,
  conflict: 409,
  unavailable: 503,
} as const satisfies Record<ProblemCode, number>;
