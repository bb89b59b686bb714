import { existsSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { claimClone } from './lib/clone/running.mjs';
import { inData } from './lib/paths.mjs';
import { removeCloneData, stopCloneServer } from './lib/postgres/clone.mjs';
import { endLeftovers } from './lib/processes/records.mjs';
import { command, say } from './lib/terminal.mjs';

/** `npm run reset [-- --yes]`: removes everything this clone has stored, after asking. */
await command(async () => {
  if (!existsSync(inData())) {
    say('没有本地数据 There is no local data.');
    return 0;
  }
  const leave = claimClone('正在运行，不能清除 Running, so nothing is removed');
  try {
    if (!(await isAgreed())) {
      say('没有清除 Nothing was removed.');
      return 1;
    }
    await endLeftovers(inData('children.json'));
    await stopCloneServer();
    removeCloneData();
    rmSync(inData(), { recursive: true, force: true });
    say('已清除，下次 npm start 从头开始 Removed; the next npm start begins anew.');
    return 0;
  } finally {
    leave();
  }
});

async function isAgreed() {
  if (process.argv.includes('--yes')) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const question = `清除 ${inData()} 中的数据库、流程、邮件和日志？Remove database, workflows, mails and logs? (y/N) `;
  const answer = await new Promise((/** @type {(answer: string) => void} */ resolve) => {
    terminal.once('close', () => resolve(''));
    void terminal.question(question).then(resolve);
  });
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
