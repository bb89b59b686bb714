/** One message of each kind, channel and class of unit, as the sender would make it; documents as text pages. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { zone } from '../../domain/calendar.ts';
import { periodsInPlan } from '../../domain/period.ts';
import { type Preview, preview } from '../../domain/preview.ts';
import { shippedCalendar } from '../../gateways/holidays.ts';
import { htmlOf } from '../../gateways/mail-html.ts';
import { shippedPlan } from '../support/shipped-plan.ts';

export type MessageFile = { readonly file: string; readonly title: string };

/** Written into the folder; in the order in which a year brings them. */
export async function messageFiles(folder: string): Promise<MessageFile[]> {
  const messages = preview(
    {
      plan: shippedPlan,
      calendar: shippedCalendar(),
      zone: zone(shippedPlan.zone),
      startedAt: null,
      demonstration: false,
    },
    periodsInPlan(shippedPlan, 2018),
  );
  return [...firstOfEach(messages)].map(([kind, message]) => {
    const file = `message-${kind}.html`;
    const subject = message.subject ? `主题：${message.subject}\n\n` : '';
    writeFileSync(path.join(folder, file), htmlOf(`${subject}${message.text}`));
    return { file, title: `${kind} ${message.subject ?? ''}` };
  });
}

function firstOfEach(messages: readonly Preview[]): Map<string, Preview> {
  const found = new Map<string, Preview>();
  for (const message of messages) {
    const key = `${message.kind}-${message.channel}`;
    if (!found.has(key)) found.set(key, message);
  }
  return found;
}
