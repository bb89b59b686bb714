/** Cells of the form's sheet. Everything is a text: one that begins with = stays one, a number keeps its zeros. */
import type { CellObject } from 'write-excel-file/node';
import { printable } from './runs.ts';

/** Height of a line in points. */
export const LINE = 15;

export const cell = (text: string): CellObject => ({
  type: String,
  value: printable(text),
  wrap: true,
  alignVertical: 'center',
  borderStyle: 'thin',
});

export const label = (text: string): CellObject => ({
  ...cell(text),
  fontWeight: 'bold',
  align: 'center',
  backgroundColor: '#EDEDED',
});

/** To be filled in. */
export const input = (text: string): CellObject => ({ ...cell(text), backgroundColor: '#FFFBE6' });

/** What is typed into the cell later on stays a text too. */
export const asTyped = (typed: CellObject): CellObject => ({ ...typed, format: '@' }) as CellObject;
