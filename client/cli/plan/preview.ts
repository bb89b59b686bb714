/** cuibao preview: every message of a year or a round, before it starts. */

import { CHANNEL, KIND } from '../../../domain/field-words.ts';
import { maskMobile } from '../../../domain/people/masked.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { findUnit } from '../../../domain/plan/roster.ts';
import { type Preview, type PreviewInput, preview } from '../../../domain/preview/preview.ts';
import { weekdayName } from '../../../domain/time/dates-in-words.ts';
import {
  nominalDue,
  type Period,
  parsePeriod,
  periodInPlan,
  periodsInPlan,
} from '../../../domain/time/period.ts';
import type { Zone } from '../../../domain/time/time.ts';
import { isSpanPublished, type WorkCalendar } from '../../../domain/time/workdays.ts';
import { zone as zoneNamed } from '../../../domain/time/zone.ts';
import { shippedCalendar } from '../../../gateways/calendar/holidays.ts';
import { readContacts, readLeaves } from '../../../store/read/contacts.ts';
import { type Context, withPlan } from '../context.ts';
import { say, sayJson } from '../terminal/say.ts';
import { moment } from '../terminal/time.ts';
import { inLines } from '../terminal/width.ts';
import { readPlan } from './folder.ts';

type Options = { live?: true; unit?: string; texts?: true; json?: true };

export async function showPreview(
  context: Context,
  what: string,
  folder: string | undefined,
  options: Options,
): Promise<void> {
  const input = options.live ? await fromDatabase(context) : await fromFolder(context, folder);
  const { plan, zone, calendar } = input;
  const unit = options.unit === undefined ? null : findUnit(plan, options.unit).code;
  const messages = preview(input, periodsOf(plan, what))
    .filter((message) => unit === null || message.unit.split(',').includes(unit))
    .map(masked);
  if (options.json) return sayJson(messages.map((message) => previewJson(message, zone)));
  const isCertain = (message: Preview) => isPublished(message, plan, calendar, zone);
  const hasRobot = (await context.settings()).BUREAU_ROBOT !== undefined;
  const seen = { zone, isCertain, hasRobot };
  say(options.texts ? previewTexts(messages, seen) : previewSummary(messages, seen));
}

const fromFolder = async (context: Context, folder: string | undefined): Promise<PreviewInput> => {
  const plan = await readPlan(context, folder);
  const calendar = shippedCalendar();
  const zone = zoneNamed(plan.zone);
  return { plan, leaves: [], calendar, zone, startedAt: null, demonstration: false };
};

const fromDatabase = (context: Context): Promise<PreviewInput> =>
  withPlan(context, async ({ plan, rules, pool, fixed, now, settings }) => ({
    plan: { ...plan, contacts: await readContacts(pool, plan.id) },
    leaves: await readLeaves(pool, plan.id),
    calendar: rules.calendar,
    zone: rules.zone,
    startedAt: await now(),
    demonstration: fixed.demonstration,
    online: settings.WEB_URL,
  }));

const periodsOf = (plan: Plan, what: string): Period[] =>
  /^\d{4}$/.test(what) ? periodsInPlan(plan, Number(what)) : [periodInPlan(plan, what)];

const masked = (message: Preview): Preview =>
  message.channel === 'sms' ? { ...message, to: maskMobile(message.to) } : message;

/** The stable contract: docs/cli.md. */
const previewJson = ({ at, ...message }: Preview, zone: Zone) => ({ at: zone.iso(at), ...message });

// A step in a published November is uncertain too when it is counted from a January that is not published.
const isPublished = ({ at, period }: Preview, plan: Plan, calendar: WorkCalendar, zone: Zone) =>
  isSpanPublished(calendar, zone.dayOf(at), nominalDue(parsePeriod(period), plan.deadlines));

type Seen = {
  readonly zone: Zone;
  readonly isCertain: (message: Preview) => boolean;
  readonly hasRobot: boolean;
};

function previewSummary(messages: readonly Preview[], seen: Seen): string {
  const groups = inGroups(messages);
  const lines = groups.map((group, index) => {
    const names = namesIn(group);
    const same = names.join() === namesIn(groups[index - 1] ?? []).join();
    const whom = same ? ['（单位同上）'] : inLines(listed(names), 92);
    return [headOf(group, names.length, seen), ...whom.map((line) => `    ${line}`)].join('\n');
  });
  const total = `共${messages.length}条。假定无人报送、逐条送达；已报的单位不再收到后面的各条。函和督办单备好后须人工审发。`;
  return [...lines, '', total, '加 --texts 看全文，加 --unit <单位> 只看一个单位。'].join('\n');
}

const previewTexts = (
  messages: readonly Preview[],
  { zone, hasRobot }: Pick<Seen, 'zone' | 'hasRobot'>,
): string =>
  messages
    .map((message) => {
      const { at, kind, channel, person, to, subject, text, parts, unitName } = message;
      return [
        `── ${moment(at, zone)} ${weekdayName(zone.dayOf(at))}  ${KIND[kind]}  ${CHANNEL[channel]}${robotNote(message, hasRobot)}  ${unitName}  ${person} <${to}>`,
        subject === '' ? [] : [`主题：${subject}`],
        text.trimEnd(),
        parts > 1 ? [`（${parts}条短信）`] : [],
        '',
      ]
        .flat()
        .join('\n');
    })
    .join('\n');

function headOf(
  group: readonly Preview[],
  units: number,
  { zone, isCertain, hasRobot }: Seen,
): string {
  const [first] = group;
  if (!first) return '';
  const { at, period, kind, channel } = first;
  const each = group.length > units ? `（${units}个单位）` : '';
  const uncertain = isCertain(first) ? '' : '（放假通知未公布，按周末推算）';
  const unsaid = robotNote(first, hasRobot);
  return `${moment(at, zone)} ${weekdayName(zone.dayOf(at))}  ${period}  ${KIND[kind]} ${CHANNEL[channel]} ${group.length}条${each}${unsaid}${uncertain}`;
}

/** The worker may have other settings than this command, so the note is true in either case. */
const robotNote = ({ channel }: Preview, hasRobot: boolean): string =>
  channel === 'robot' && !hasRobot ? '（没有设置群机器人的不发）' : '';

const listed = (names: readonly string[]): string[] =>
  names.map((name, index) => (index < names.length - 1 ? `${name}、` : name));

const namesIn = (group: readonly Preview[]): string[] => [
  ...new Set(group.map(({ unitName }) => unitName)),
];

/** Messages of one instant, period, step and channel together; the list is sorted by instant. */
function inGroups(messages: readonly Preview[]): Preview[][] {
  const groups = new Map<string, Preview[]>();
  for (const message of messages) {
    const key = [message.at, message.period, message.step, message.channel].join('#');
    const group = groups.get(key);
    if (group) group.push(message);
    else groups.set(key, [message]);
  }
  return [...groups.values()];
}
