/** cuibao rehearse | demonstrate: runs the rehearsal as a child process on this terminal and takes over its exit code. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Problem } from '../../domain/problem.ts';
import type { Context } from './context.ts';
import { folderOf } from './plan/folder.ts';

type Options = { until?: string; script?: string; out?: string; json?: true };

export async function rehearse(
  context: Context,
  year: number,
  folder: string | undefined,
  options: Options,
): Promise<void> {
  const given = (['until', 'script', 'out'] as const).flatMap((name) =>
    options[name] === undefined ? [] : [`--${name}`, options[name]],
  );
  const args = [await folderOf(context, folder), String(year), ...given];
  await run('main.ts', options.json ? [...args, '--json'] : args);
}

/** Writes its mails and SMS into the sandbox's folder, where the sandbox's pages show them. */
export async function demonstrate(context: Context): Promise<void> {
  const { SANDBOX_DIR: sandbox } = process.env;
  if (!sandbox) {
    throw new Problem('invalid', '演示要放进内置沙箱：请设置 SANDBOX_DIR，或直接运行 npm start。');
  }
  await run('demonstrate.ts', [await folderOf(context, undefined), sandbox]);
}

/** Uses the loader this process was started with, so it works from any working directory. */
async function run(file: string, args: readonly string[]): Promise<void> {
  const program = fileURLToPath(new URL(`../../rehearsal/${file}`, import.meta.url));
  if (!existsSync(program))
    throw new Problem('unavailable', `这份安装里没有推演程序（${program}）。`);
  const child = spawn(process.execPath, [...process.execArgv, program, ...args], {
    stdio: 'inherit',
  });
  // The terminal sends Ctrl-C to the child too; this process waits for the child's exit code.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
