/** cuibao welcome | sign-in-link | migrate. */

import { KIND } from '../../domain/field-words.ts';
import { isOutstanding } from '../../domain/obligation/obligation.ts';
import type { Round } from '../../domain/round/round.ts';
import { weekdayName } from '../../domain/time/dates-in-words.ts';
import type { Zone } from '../../domain/time/time.ts';
import { type Board, type BoardUnit, readWholeBoard } from '../../store/read/board.ts';
import { roundsOfPlan } from '../../store/read/rounds.ts';
import { wasLinkUsed } from '../../store/visit/sessions.ts';
import { makeLink } from '../web/sign-in/codes.ts';
import { type Context, type Deps, databaseUrl, withPlan } from './context.ts';
import { during, say } from './terminal/say.ts';
import { moment } from './terminal/time.ts';

const RUN = 'npm run -s cuibao --';

/** Prints three commands to try, and what happens next. */
export const welcome = (context: Context): Promise<void> =>
  withPlan(context, async (deps) => {
    const { pool, plan, rules, now } = deps;
    const asOf = await now();
    const rounds = await roundsOfPlan(pool, plan.id);
    const round = rounds.find(({ phase }) => phase === 'open') ?? rounds.at(-1);
    say(clock(deps, moment(asOf, rules.zone), weekdayName(rules.zone.dayOf(asOf))));
    const link = await firstLink(deps);
    if (link) say(`\n管理员登录（只能用一次，24小时内有效）Administrator, once:\n  ${link}`);
    if (round === undefined) return say(toBegin(plan.validFrom.slice(0, 4)));
    const board = await readWholeBoard(pool, round.id, rules.zone.dayOf(asOf));
    say('\n另开一个终端，复制粘贴试一试 Try these in another terminal:\n');
    for (const [index, line] of toTry(board).entries()) say(`  ${index + 1}. ${line}`);
    say(`\n接下来 What happens next：${nextEvent(board, rounds, rules.zone)}`);
  });

const clock = ({ fixed, plan }: Deps, now: string, weekday: string): string =>
  fixed.demonstration
    ? `演示 Demonstration：方案时间 ${now} ${weekday}，一分一秒照常走；不会发出任何真实消息。`
    : `《${plan.title}》 ${now} ${weekday}`;

const toBegin = (year: string): string =>
  `\n还没有启动年度。先看预告，再启动 No year has been started yet:\n\n  1. ${RUN} plan check\n  2. ${RUN} preview ${Number(year) + 1}\n  3. ${RUN} year start ${Number(year) + 1}`;

function toTry({ round, units }: Board): string[] {
  const missing = units.map(({ obligation }) => obligation).filter((o) => isOutstanding(o.state));
  const town = missing.find((o) => o.unitKind === 'town') ?? missing[0];
  return [
    `看总览 The board：\n     ${RUN} board ${round.period}`,
    town === undefined
      ? `看一个单位的经过 One unit's history：\n     ${RUN} show ${round.period} ${units[0]?.obligation.unit ?? ''}`
      : handIn(round, town),
    `预告明年的每一条信息 Every message of the next year, before it starts：\n     ${RUN} preview ${Number(round.due.nominal.slice(0, 4)) + 1}`,
  ];
}

const handIn = ({ period }: Round, { unit, unitName }: BoardUnit['obligation']): string =>
  `替${unitName}报送，再看它的后续节点变成“已报，取消” Hand in for one unit:\n     ${RUN} form ${period} ${unitName} -o ${unit}.json && ${RUN} submit ${period} ${unitName} ${unit}.json && ${RUN} show ${period} ${unitName}`;

function nextEvent({ next, round }: Board, rounds: readonly Round[], zone: Zone): string {
  const steps = [...next.values()];
  const first = steps.toSorted((a, b) => a.at - b.at)[0];
  const planned = rounds.find(({ phase }) => phase === 'planned');
  if (first !== undefined) {
    const same = steps.filter((step) => step.at === first.at && step.step === first.step).length;
    return `${moment(first.at, zone)} ${weekdayName(zone.dayOf(first.at))} 向${same}个未报单位${KIND[first.kind]}；全部报齐时自动汇总，最迟 ${moment(round.compileAt, zone)}。`;
  }
  if (planned !== undefined)
    return `${planned.period} 将于 ${moment(planned.opensAt, zone)} 开启。`;
  return '本批次没有待执行的节点。';
}

/** Prints a link that signs in as administrator: everyone who may run this command may become one. */
export const signInLink = (context: Context): Promise<void> =>
  withPlan(context, async (deps) => say(await newLink(deps)));

/** A new link at every welcome until one has been used. */
async function firstLink(deps: Deps): Promise<string | null> {
  const { pool, plan } = deps;
  return (await wasLinkUsed(pool, plan.id)) ? null : newLink(deps);
}

async function newLink({ pool, plan, now, settings }: Deps): Promise<string> {
  const path = await makeLink({ pool, plan: plan.id, now });
  return `${settings.WEB_URL ?? 'http://127.0.0.1:8080'}${path}`;
}

/** Brings the database to the newest schema. */
export async function migrateDatabase(context: Context): Promise<void> {
  const { migrate } = await import('../../store/db/migrate.ts');
  const done = await during('正在升级数据库结构', migrate(databaseUrl(await context.settings())));
  say(done.length === 0 ? '数据库结构已是最新。' : `数据库结构已升级：${done.join('、')}。`);
}
