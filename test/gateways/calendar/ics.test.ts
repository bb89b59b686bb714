import ICAL from 'ical.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { day, instant } from '../../../domain/time/time.ts';
import { type Deadline, deadlineIcs } from '../../../gateways/calendar/ics.ts';
import { laterOn } from '../../support/time/later-on.ts';

const deadline: Deadline = {
  uid: 'zhongshan-2017-2020/2018H1/xiaolan@cuibao',
  sequence: 2,
  summary: '报送2018年上半年普惠金融工作落实情况；截止，含当日',
  day: day('2018-07-15'),
  description: '在线填报，或填好附表回复邮件。\n联系人：某某，电话：0760-00000001。'.repeat(3),
  stamp: instant(Date.parse('2018-06-22T09:00:00+08:00')),
};

function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent('vevent');
  if (!event) throw new Error('no event');
  return { calendar, event, read: new ICAL.Event(event) };
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the deadline as a calendar file', () => {
  it.each(['Asia/Shanghai', 'America/Los_Angeles', 'UTC'])(
    'is an all-day event on the due day, also on a host in %s',
    (hostZone) => {
      vi.stubEnv('TZ', hostZone);
      const { event, read } = parsed(deadlineIcs(deadline));
      expect(event.getFirstProperty('dtstart')?.toICALString()).toBe('DTSTART;VALUE=DATE:20180715');
      expect(read.startDate.toString()).toBe('2018-07-15');
      expect(read.endDate.toString()).toBe('2018-07-16');
      expect(deadlineIcs(deadline)).not.toContain('VTIMEZONE');
    },
  );

  it('keeps its identity and counts its changes', () => {
    const { read, event } = parsed(deadlineIcs(deadline));
    expect(read.uid).toBe(deadline.uid);
    expect(read.sequence).toBe(2);
    expect(event.getFirstPropertyValue('dtstamp')?.toString()).toBe('2018-06-22T01:00:00Z');
  });

  it('keeps its texts, folded to 75 octets a line', () => {
    const text = deadlineIcs(deadline);
    const { read } = parsed(text);
    expect([read.summary, read.description]).toEqual([deadline.summary, deadline.description]);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('is published, with a reminder three days before', () => {
    const { calendar, event } = parsed(deadlineIcs(deadline));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    const alarm = event.getFirstSubcomponent('valarm');
    expect(alarm?.getFirstPropertyValue('trigger')?.toString()).toBe('-P3D');
  });

  it('can be cancelled', () => {
    const { calendar, event } = parsed(deadlineIcs({ ...deadline, cancelled: true }));
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(event.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event.getFirstSubcomponent('valarm')).toBeNull();
  });

  it('is the same for the same deadline at any time', async () => {
    expect(await laterOn(async () => deadlineIcs(deadline))).toBe(deadlineIcs(deadline));
  });
});
