/**
 * Reads a filled report form, .xlsx or .json, whatever it is called. Word files are not read: their tables come back
 * without a promise of which cell is which; who prefers Word sends it in by mail and an officer enters it (代录).
 */
import { readFile } from 'node:fs/promises';
import type { Report } from '../../domain/obligation/submission.ts';
import { Problem } from '../../domain/problem.ts';
import { zipEntries } from '../documents/office-package.ts';
import type { ReadReport } from './json.ts';
import { readJson } from './json.ts';
import { readXlsx } from './xlsx.ts';

export { formJson } from './json.ts';

const MEGABYTE = 1024 * 1024;
/** A form is some kilobytes; unpacked, a megabyte at most. */
const LIMIT = { file: 5 * MEGABYTE, unpacked: 50 * MEGABYTE } as const;

/** Whom and which period the caller takes the file for; a file that says otherwise is refused. `named` knows units by code. */
export type Expected = {
  readonly unit: string;
  readonly period: string;
  readonly named?: (code: string) => string | undefined;
};

/**
 * @param file a path, or the content
 * Throws `not_found` when there is no such file, `invalid` with every problem of form and place. Whether the report
 * as such is complete is for `problemsWith` (domain/obligation/report-problems.ts).
 */
export async function readReportFile(file: string | Buffer, expected?: Expected): Promise<Report> {
  const content = typeof file === 'string' ? await contentOf(file) : file;
  const read = await parse(content);
  if (expected) refuseOther(read, expected);
  return read.report;
}

async function contentOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new Problem('not_found', `读不到文件“${path}”，请检查路径和读取权限。`, { cause: error });
  }
}

async function parse(content: Buffer): Promise<ReadReport> {
  if (content.length > LIMIT.file) {
    const size = (content.length / MEGABYTE).toFixed(1);
    throw new Problem('invalid', `文件有 ${size} MB，超过 5 MB。报送表只填文字，附件请另行提供。`);
  }
  if (content.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    throw new Problem(
      'invalid',
      '这是旧版 Office 文件（.xls 或 .doc）。请打开后另存为“.xlsx”再报送。',
    );
  }
  return content.subarray(0, 2).toString() === 'PK'
    ? await parseZip(content)
    : readJson(content.toString('utf8'));
}

async function parseZip(content: Buffer): Promise<ReadReport> {
  const entries = zipEntries(content);
  if (entries.some((entry) => entry.name.startsWith('word/'))) {
    throw new Problem(
      'invalid',
      'Word 文件不能自动读取。请填写 Excel 报送表或在线填报；也可将 Word 发给汇总单位，由经办人代录。',
    );
  }
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (unpacked > LIMIT.unpacked) {
    throw new Problem('invalid', '文件解压后过大，不是报送表。请用通知所附的报送表填写。');
  }
  return await readXlsx(content);
}

function refuseOther({ unit, period }: ReadReport, expected: Expected): void {
  const called = (code: string) => {
    const name = expected.named?.(code);
    return name === undefined ? `“${code}”` : `“${code}”（${name}）`;
  };
  const other = [
    unit !== null && unit !== expected.unit
      ? `单位代码是${called(unit)}，不是${called(expected.unit)}`
      : '',
    period !== null && period !== expected.period
      ? `报送期是“${period}”，不是“${expected.period}”`
      : '',
  ].filter((part) => part !== '');
  if (other.length > 0) {
    throw new Problem(
      'invalid',
      `拿错了报送表：文件里${other.join('，')}。请用本单位本期的报送表。`,
    );
  }
}
