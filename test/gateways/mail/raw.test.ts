/** The bytes of mails, checked against the standards and read with another parser than the sandbox's. */

import type { Email } from 'postal-mime';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, test } from 'vitest';
import { createMailGateway } from '../../../gateways/mail/send.ts';
import { startMailServer } from '../../support/servers/mail-server.ts';

const SENDER = {
  name: '中山市人民政府金融工作局（推进普惠金融发展工作联席会议办公室）',
  address: 'cuibao@finance.example.org',
  replyTo: 'office@finance.example.org',
};
const SUBJECT =
  '【演示】提醒：请于7月15日（含当日）前报送《中山市推进普惠金融发展实施方案（2017—2020年）》2018年上半年进展情况（第52、53项）𠮷';
const FORM =
  '中山市推进普惠金融发展实施方案二〇一八年上半年工作进展情况报送表（古镇镇人民政府经济发展和科技信息局）.docx';
const SHEET = '“引号”; 逗号, 括号(1) %41 星*号 𠮷.xlsx';
const message = {
  key: 'email#liaison@guzhen.example.org#notice#1529632800000',
  to: {
    name: '古镇镇人民政府经济发展和科技信息局（张三，联络员）',
    address: 'liaison@guzhen.example.org',
  },
  subject: SUBJECT,
  // One line without an end, as people paste them.
  text: `张三同志：\n\n${'请报送进展情况，'.repeat(400)}\n.\nFrom here on\n`,
  attachments: [FORM, SHEET].map((filename) => ({
    filename,
    contentType: 'application/octet-stream',
    content: Buffer.from(`${filename}的内容`.repeat(200)),
  })),
  calendar: {
    method: 'PUBLISH' as const,
    content: 'BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n',
    filename: 'deadline.ics',
  },
  threads: ['zhongshan/2018H1/guzhen'],
  date: new Date('2018-07-12T01:00:00Z'),
};

let raw: Buffer;
let repeated: Buffer;
let text: string;
let read: Email;
beforeAll(async () => {
  const server = await startMailServer({ disabledCommands: ['STARTTLS'] });
  const gateway = createMailGateway({ url: `smtp://127.0.0.1:${server.port}` }, SENDER);
  await gateway.send(message);
  await gateway.send(message);
  await gateway.close();
  await server.close();
  raw = server.received[0]?.raw ?? Buffer.alloc(0);
  repeated = server.received[1]?.raw ?? Buffer.alloc(0);
  text = raw.toString('latin1');
  read = await PostalMime.parse(raw);
});

describe('another parser reads what was written', () => {
  test('subject and people', () => {
    expect(read.subject).toBe(SUBJECT);
    expect(read.from).toMatchObject({ name: SENDER.name, address: SENDER.address });
    expect(read.to).toMatchObject([message.to]);
    expect(read.replyTo).toMatchObject([{ name: SENDER.name, address: SENDER.replyTo }]);
    expect(new Date(read.date ?? '')).toEqual(message.date);
  });

  test('text, in both forms', () => {
    expect(read.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(message.text.trimEnd());
    expect(read.html).toContain('张三同志');
  });

  test('attachments, with whole names and bytes', () => {
    const files = read.attachments.filter(
      ({ mimeType }) => mimeType === 'application/octet-stream',
    );
    expect(files.map(({ filename }) => filename)).toEqual([FORM, SHEET]);
    for (const [n, { content }] of files.entries()) {
      const bytes = content as ArrayBuffer;
      expect(Buffer.from(bytes).equals(message.attachments[n]?.content ?? Buffer.alloc(0))).toBe(
        true,
      );
    }
  });

  test('the date for the calendar', () => {
    const calendars = read.attachments.filter(({ mimeType }) => /calendar|ics/.test(mimeType));
    expect(calendars.map(({ filename }) => filename)).toContain('deadline.ics');
    expect(text).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=PUBLISH\r\n/);
  });
});

describe('the bytes keep to the standards', () => {
  test('no line is longer than 998 octets, and every line ends with CR LF (RFC 5322 2.1.1, 2.3)', () => {
    expect(text).not.toMatch(/[^\r]\n|\r[^\n]/);
    for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  });

  test('headers are ASCII, in lines of at most 78', () => {
    for (const { head } of partsIn(text)) {
      expect(head).toMatch(/^[\x20-\x7e\r\n\t]*$/);
      // But for one word that cannot be folded, such as a Message-ID.
      const long = head.split('\r\n').filter((line) => line.length > 78);
      for (const line of long) expect(line).toMatch(/^(Message-ID:)? \S+$/);
    }
  });

  test('bodies are ASCII too, so that no server on the way has to recode them', () => {
    expect(text).toMatch(/^[\x20-\x7e\r\n\t]*$/);
  });

  test('encoded words have at most 75 characters, none cut within a character (RFC 2047 2 and 5)', () => {
    const words = [...text.matchAll(/=\?([^?\s]+)\?([BQ])\?([^?\s]*)\?=/gi)];
    expect(words.length).toBeGreaterThan(12);
    for (const [word, charset = '', encoding = '', coded = ''] of words) {
      expect(word.length).toBeLessThanOrEqual(75);
      expect(charset.toLowerCase()).toBe('utf-8');
      const bytes =
        encoding.toUpperCase() === 'B'
          ? Buffer.from(coded, 'base64')
          : Buffer.from(
              coded
                .replaceAll('_', ' ')
                .replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
                  String.fromCodePoint(Number.parseInt(hex, 16)),
                ),
              'latin1',
            );
      const whole = new TextDecoder('utf-8', { fatal: true });
      expect(() => whole.decode(bytes), word).not.toThrow();
    }
  });

  test('each attachment’s name is written for old clients and for new (RFC 2047 and 2231)', () => {
    const heads = partsIn(text).map(({ head }) => headersIn(head));
    const files = heads.filter((head) =>
      (head.get('content-disposition') ?? '').startsWith('attachment;'),
    );
    expect(files.length).toBeGreaterThanOrEqual(2);
    const named = files.filter((head) => /name/.test(head.get('content-type') ?? ''));
    for (const [n, filename] of [FORM, SHEET].entries()) {
      expect(oldName(named[n]?.get('content-type') ?? '')).toBe(filename);
      expect(newName(named[n]?.get('content-disposition') ?? '')).toBe(filename);
    }
  });
});

/** `name=` with encoded words: no standard allows it, but older clients read only that. */
function oldName(contentType: string): string {
  const value = /\bname="((?:[^"\\]|\\.)*)"/.exec(contentType)?.[1] ?? '';
  const words = [...value.matchAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi)];
  const bytes = words.map(([, encoding = '', coded = '']) =>
    encoding.toUpperCase() === 'B'
      ? Buffer.from(coded, 'base64')
      : Buffer.from(unescape(coded.replaceAll('_', ' ').replaceAll('=', '%')), 'latin1'),
  );
  return Buffer.concat(bytes).toString('utf8');
}

/** RFC 2231 3 and 4: numbered pieces, those with a star behind the number are percent-encoded. */
function newName(disposition: string): string {
  const pieces = [...disposition.matchAll(/filename\*(\d+)(\*?)=([^;\s]+)/g)];
  expect(pieces.map(([, number]) => Number(number))).toEqual(pieces.map((_, n) => n));
  const words = pieces.map(([, , star, piece = '']) =>
    star ? decodeURIComponent(piece.replace(/^utf-8''/i, '')) : piece,
  );
  return words.join('');
}

describe('the headers that mail programs use', () => {
  test('the same on every attempt: Message-ID, conversation', () => {
    const [first, second] = [raw, repeated].map((bytes) =>
      headersIn(partsIn(bytes.toString('latin1'))[0]?.head ?? ''),
    );
    for (const name of ['message-id', 'references', 'in-reply-to', 'date', 'subject']) {
      expect(first?.get(name), name).toMatch(/\S/);
      expect(second?.get(name), name).toBe(first?.get(name));
    }
    expect(first?.get('message-id')).toMatch(/^<[0-9a-f]{64}@finance\.example\.org>$/);
    expect(first?.get('references')).toBe(first?.get('in-reply-to'));
  });

  test('automatic mail that asks for no out-of-office answers (RFC 3834)', () => {
    const own = headersIn(partsIn(text)[0]?.head ?? '');
    expect(own.get('auto-submitted')).toBe('auto-generated');
    expect(own.get('reply-to')).toContain('<office@finance.example.org>');
    expect(own.get('mime-version')).toBe('1.0');
  });

  test('every header of the mail itself is there once', () => {
    const names = [...(partsIn(text)[0]?.head ?? '').matchAll(/^([\w-]+):/gm)].map(([, name]) =>
      name?.toLowerCase(),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});

/** A mail as its bytes: the heads of its parts, and the fields of a head, unfolded. */

type RawPart = { readonly head: string; readonly body: string };

/** The mail itself first, then every part in it, however deep. */
function partsIn(text: string): RawPart[] {
  const end = text.indexOf('\r\n\r\n');
  const [head, body] = [text.slice(0, end), text.slice(end + 4)];
  const boundary = /boundary="?([^"\r\n;]+)/i.exec(head)?.[1];
  if (boundary === undefined) return [{ head, body }];
  const inner = body.split(`--${boundary}`).slice(1, -1);
  return [{ head, body }, ...inner.flatMap((part) => partsIn(part.replace(/^\r\n/, '')))];
}

const headersIn = (head: string): Map<string, string> =>
  new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  );
