import { describe, expect, test } from 'vitest';
import { fly, spread } from '../../rehearsal/page/axis.ts';
import { bandOf } from '../../rehearsal/page/band.ts';
import { renderPage } from '../../rehearsal/page/page.tsx';
import { readStyle } from '../../rehearsal/page/write.ts';
import { extendedTo, obligation } from '../support/rules/situation.ts';
import { at, dueOn } from '../support/time/dates.ts';
import { act, input, messages, unit } from './rehearsed.ts';

const style = await readStyle();
const page = await renderPage({ ...input(), style });
const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

describe('the page of a rehearsal', () => {
  test('draws a mark for every message up to the end of the axis and lists every one', () => {
    const later = messages.filter((message) => message.at > '2018-08');
    expect(count(page, /<g class="mark [^"]*" transform="translate\([\d.]+ 7\.5\)"/g)).toBe(
      messages.length - later.length,
    );
    expect(page).toContain(`+${later.length}`);
    const tables = page.slice(page.indexOf('逐单位明细'));
    expect(count(tables, /<tr class="/g)).toBe(messages.length);
    for (const { person, reason } of messages) {
      if (person) expect(tables).toContain(escaped(person));
      if (reason) expect(tables).toContain(escaped(reason));
    }
  });

  test('says when, how, to whom and with what end in the title of each mark', () => {
    expect(page).toContain(
      '<title>提醒 · 短信 · 农业局联络员甲\n计划 7月12日 09:00\n未送达 · number not in service</title>',
    );
    expect(page).toContain(
      '<title>催办 · 函 · 农业局分管领导丙\n计划 7月19日 09:00\n待审发</title>',
    );
  });

  test('escapes what people wrote, wherever it stands', () => {
    expect(page).not.toContain('<script');
    expect(count(page, /&lt;script&gt;/g)).toBeGreaterThanOrEqual(5);
  });

  test('needs nothing from outside: no address, no script, no style sheet, no image', () => {
    expect(page).not.toMatch(/https?:|\/\/[a-z]|@import|<script|<link|<img|<iframe|\son[a-z]+=/i);
    expect(page.match(/url\([^)]*\)/g)?.every((url) => url.startsWith('url(#'))).toBe(true);
    const links = [...page.matchAll(/href="([^"]*)"/g)].map((found) => found[1] ?? '');
    const documents = links.filter((link) => !link.startsWith('#'));
    expect(documents.map(decodeURIComponent)).toEqual(['2018H1-汇总报告-第1版.docx']);
  });

  test('every link inside the page leads somewhere', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map((found) => found[1]));
    const anchors = [...page.matchAll(/(?:href="|url\()#([^")]*)/g)].map((found) => found[1]);
    expect(anchors.filter((anchor) => !ids.has(anchor))).toEqual([]);
  });

  test('the counts add up and are the round’s', () => {
    const words = page.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, '');
    expect(words).toContain('应报2=已报1+免报0+未报1已报中迟报1');
  });

  test('says that all is in order, or what is not and which events were refused', async () => {
    expect(page).toContain('核对通过');
    const other = input();
    const result = { ...other.result, violations: ['少了一条'], refused: ['submit：已上报'] };
    const bad = await renderPage({ ...other, result, style });
    expect(bad).not.toContain('核对通过');
    expect(bad).toMatch(/violated.*核对发现1处问题.*少了一条/s);
    expect(bad).toMatch(/1项操作被拒.*submit：已上报/s);
  });

  test('a state or channel without a word is shown by its key', async () => {
    const other = input();
    const [round] = other.result.rounds;
    const [message] = messages;
    if (!round || !message) throw new Error('the made-up result has a round with messages');
    const strange = { ...message, state: 'lost', channel: 'pigeon' };
    const result = { ...other.result, rounds: [{ ...round, messages: [strange] }] };
    const text = await renderPage({ ...other, result, style });
    expect(text).toContain('pigeon');
    expect(text).toContain('lost');
  });
});

describe('the band of a unit', () => {
  const from = at('2018-06-22 09:00');
  const to = at('2018-07-31 15:00');
  const standings = (of: ReturnType<typeof unit>) =>
    bandOf(of, from, to).map(({ standing, to: until }) => [standing, until]);

  test('turns overdue at the due instant and late reports stay marked as late', () => {
    const of = unit(
      obligation('submitted', {
        firstReceivedAt: at('2018-07-18 10:00'),
        firstDueAt: at('2018-07-17 00:00'),
      }),
      [act('submit', '2018-07-18 10:00', { state: 'submitted' })],
    );
    expect(standings(of)).toEqual([
      ['open', dueOn('2018-07-15').at],
      ['overdue', at('2018-07-18 10:00')],
      ['late', to],
    ]);
  });

  test('follows an extension to its own due instant', () => {
    const of = unit(obligation('open', extendedTo('2018-07-20')), [
      act('extend', '2018-07-13 11:00', { state: 'open', dueAt: at('2018-07-21 00:00') }),
    ]);
    expect(standings(of)).toEqual([
      ['open', at('2018-07-13 11:00')],
      ['extended', at('2018-07-21 00:00')],
      ['overdue', to],
    ]);
  });

  test('shows a return between two arrivals, and a receipt confirmed changes nothing', () => {
    const of = unit(obligation('submitted'), [
      act('confirm', '2018-06-25 10:00'),
      act('submit', '2018-07-10 10:00', { state: 'submitted' }),
      act('return', '2018-07-11 10:00', { state: 'returned', dueAt: at('2018-07-19 00:00') }),
      act('submit', '2018-07-18 10:00', { state: 'submitted' }),
    ]);
    expect(standings(of).map(([standing]) => standing)).toEqual([
      'open',
      'submitted',
      'returned',
      'submitted',
    ]);
  });

  test('has no gaps and ends where the round was signed off', () => {
    const band = bandOf(unit(obligation('submitted'), []), from, to);
    expect(band.at(0)?.from).toBe(from);
    expect(band.at(-1)?.to).toBe(to);
  });
});

describe('placing', () => {
  test('pushes apart what would cover, and keeps the line’s end', () => {
    const marks = [10, 10, 12, 99].map((x) => ({ x, width: 8 }));
    expect(spread(marks, 100)).toEqual([6, 14, 22, 92]);
    expect(
      spread(
        [
          { x: 99, width: 8 },
          { x: 99, width: 8 },
        ],
        100,
      ),
    ).toEqual([84, 92]);
  });

  test('gives labels that would meet lanes of their own', () => {
    const flags = [0, 30, 98].map((x) => ({ x, width: 40 }));
    expect(fly(flags, 100)).toEqual([
      { lane: 0, left: 0 },
      { lane: 1, left: 30 },
      { lane: 0, left: 58 },
    ]);
  });
});

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
