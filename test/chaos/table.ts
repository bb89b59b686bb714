/** The outcome of the runs for the terminal: one row for each seed, then where to look. */
import Table from 'cli-table3';
import { isGood, type SeedResult } from './run-seed.ts';

const HEAD = [
  'seed',
  'units',
  'commands\n(no answer)',
  'kills\nw/t/p',
  'claims',
  'mails',
  'SMS\n(unknown)',
  'reports\nlost',
  'commands\nlost',
  'steps\nastray',
  'messages\nastray',
  'claimed\nafter',
  'SMS\nrepeated',
  'mails repeated\n(allowed)',
  'chain',
  'count',
  'at rest',
  's',
];

export function tableOf(results: readonly SeedResult[]): string {
  const table = new Table({ head: HEAD, style: { head: [], border: [] } });
  for (const result of results) table.push(rowOf(result));
  return [table.toString(), ...results.filter((r) => !isGood(r)).map(whereToLook)].join('\n');
}

function rowOf(result: SeedResult): (string | number)[] {
  const { counts, kills } = result;
  return [
    result.seed,
    result.units,
    `${result.commands} (${result.unanswered})`,
    `${kills.worker}/${kills.temporal}/${kills.postgres}`,
    result.claims,
    result.mails,
    `${result.sms} (${result.smsUnknown})`,
    counts.submissionsLost.length,
    counts.commandsNotInRecord.length,
    counts.stepsUnaccounted.length,
    counts.messagesAstray.length,
    counts.claimedAfterArrival.length,
    counts.smsRepeated.length,
    `${counts.mailsRepeatedUnexplained.length} (${result.mailsRepeated})`,
    counts.chainBroken.length,
    counts.outstandingWrong.length,
    result.notAtRest.length === 0 ? 'yes' : 'no',
    result.seconds,
  ];
}

function whereToLook(result: SeedResult): string {
  const faults = Object.entries({ notAtRest: result.notAtRest, ...result.counts });
  return [
    `seed ${result.seed} failed; logs and data: ${result.folder}`,
    ...faults.flatMap(([name, sentences]) =>
      sentences.slice(0, 10).map((sentence) => `  ${name}: ${sentence}`),
    ),
  ].join('\n');
}
