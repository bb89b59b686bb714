/**
 * Reads a filled report form, .xlsx or .json by its content, not by its name. Word files are refused: people change their
 * tables, so cells cannot be told apart. Units that prefer Word send it by mail, and an officer enters it (代录).
 */
import { readFile } from 'node:fs/promises';
import type { Report } from '../../domain/obligation/submission.ts';
import { Problem } from '../../domain/problem.ts';
import { entryNames, unpacked } from '../documents/office-package.ts';
import { type ReadReport, readJson } from './json.ts';
import { readXlsx, unreadable } from './xlsx.ts';

const MEGABYTE = 1024 * 1024;
/** In bytes. A form has some kilobytes, and at most one megabyte unpacked. */
const LIMIT = { file: 5 * MEGABYTE, unpacked: 50 * MEGABYTE } as const;

/** The unit and period that the caller expects; a file of another is refused. */
export type Expected = {
  readonly unit: string;
  readonly period: string;
  /** A unit's name by its code. */
  readonly named?: (code: string) => string | undefined;
};

/**
 * Does not check whether the report is complete: `problemsWith` of domain/obligation/report-problems.ts does.
 * @param file a path, or the content
 * @throws Problem `not_found` when there is no such file, `invalid` with every problem of its form, each with its place
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
  if (entryNames(content).some((name) => name.startsWith('word/'))) {
    throw new Problem(
      'invalid',
      'Word 文件不能自动读取。请填写 Excel 报送表或在线填报；也可将 Word 发给汇总单位，由经办人代录。',
    );
  }
  const file = unpackedForm(content);
  if (file === null) {
    throw new Problem('invalid', '文件解压后过大，不是报送表。请用通知所附的报送表填写。');
  }
  return await readXlsx(file);
}

/** Unpacked here: the reader of the sheet inflates without a limit. */
function unpackedForm(content: Buffer): Buffer | null {
  try {
    return unpacked(content, LIMIT.unpacked);
  } catch (error) {
    throw unreadable(error);
  }
}

function refuseOther({ unit, period }: ReadReport, expected: Expected): void {
  const withName = (code: string) => {
    const name = expected.named?.(code);
    return name === undefined ? `“${code}”` : `“${code}”（${name}）`;
  };
  const other = [
    unit !== null && unit !== expected.unit
      ? `单位代码是${withName(unit)}，不是${withName(expected.unit)}`
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
