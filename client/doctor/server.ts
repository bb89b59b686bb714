/** Checks of the installation: clocks, the outbox to Temporal, the audit chains. */

import type { Pool } from '../../store/db/pool.ts';
import {
  CLOCKS_MAY_DIFFER_MS,
  clockDifference,
  outboxBacklog,
} from '../../store/read/installation.ts';
import { brokenChains } from '../../store/read/trail.ts';
import { type Finding, failed, few, ok, said } from '../bilingual.ts';

const OUTBOX_ALARM_SECONDS = 60;

export const checkServer = async (pool: Pool): Promise<Finding[]> => [
  await checkClocks(pool),
  await checkOutbox(pool),
  await checkChains(pool),
];

async function checkClocks(pool: Pool): Promise<Finding> {
  const difference = await clockDifference(pool);
  return Math.abs(difference) <= CLOCKS_MAY_DIFFER_MS
    ? ok(
        '时钟',
        said(`本机与数据库相差${difference}毫秒`, `host and database differ by ${difference} ms`),
      )
    : failed(
        '时钟',
        said(
          `本机与数据库相差${(difference / 1000).toFixed(1)}秒，已暂停接收；请校准。`,
          `host and database differ by ${(difference / 1000).toFixed(1)} s, nothing is taken in; set the clock right.`,
        ),
      );
}

async function checkOutbox(pool: Pool): Promise<Finding> {
  const { waiting, oldestSeconds } = await outboxBacklog(pool);
  return oldestSeconds < OUTBOX_ALARM_SECONDS
    ? ok(
        '待通知',
        waiting === 0
          ? said('没有积压', 'nothing is waiting')
          : said(`${waiting}条正在转达`, `${waiting} on their way`),
      )
    : failed(
        '待通知',
        said(
          `${waiting}条没有转达给 Temporal，最早的已等${Math.round(oldestSeconds)}秒；请检查 worker 和 Temporal 是否在运行。`,
          `${waiting} have not reached Temporal, the oldest for ${Math.round(oldestSeconds)} s; see whether worker and Temporal are running.`,
        ),
      );
}

async function checkChains(pool: Pool): Promise<Finding> {
  const { chains, broken } = await brokenChains(pool);
  if (broken.length === 0) {
    return ok('审计链', said(`${chains}条完好`, `${chains} intact`));
  }
  const places = broken.map(({ subject, entry }) =>
    said(`${subject} 第${entry}条`, `${subject} entry ${entry}`),
  );
  const { zh, en } = few(places);
  return failed(
    '审计链',
    said(
      `从这里起对不上：${zh}。有人改动过记录，请从备份核对。`,
      `does not fit from here on: ${en}. Somebody has changed the record; compare it with a backup.`,
    ),
    places,
  );
}
