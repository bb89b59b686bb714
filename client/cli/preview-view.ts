/** A preview for reading: by moment with everybody it reaches, or every message in full. */

import { KIND } from '../../domain/plan/message-kinds.ts';
import type { Preview } from '../../domain/preview/preview.ts';
import type { Zone } from '../../domain/time/time.ts';
import { weekdayName } from '../../domain/time/workdays.ts';
import { CHANNEL } from '../state-words.ts';
import { moment } from './terminal/time.ts';
import { inLines } from './terminal/width.ts';

/** What a reader of the whole has to know beside the messages. */
type Seen = {
  readonly zone: Zone;
  readonly isCertain: (message: Preview) => boolean;
  readonly hasRobot: boolean;
};

export function previewSummary(messages: readonly Preview[], seen: Seen): string {
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

export const previewTexts = (
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

/** The command line may lack the worker's settings, so it says what holds in any case. */
const robotNote = ({ channel }: Preview, hasRobot: boolean): string =>
  channel === 'robot' && !hasRobot ? '（没有设置群机器人的不发）' : '';

const listed = (names: readonly string[]): string[] =>
  names.map((name, index) => (index < names.length - 1 ? `${name}、` : name));

const namesIn = (group: readonly Preview[]): string[] => [
  ...new Set(group.map(({ unitName }) => unitName)),
];

/** Runs of one moment, step and channel; the list is sorted by moment. */
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
