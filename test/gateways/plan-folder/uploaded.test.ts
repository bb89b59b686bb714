/** The four files of a plan, uploaded without a folder. */
import { expect, test } from 'vitest';
import { FILES, type FileName, readPlanFiles } from '../../../gateways/plan-folder/read-folder.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { shippedFile } from './altered-folder.ts';

const files = Object.fromEntries(
  await Promise.all(
    FILES.map(async (name) => [name, Buffer.from(await shippedFile(name))] as const),
  ),
) as Record<FileName, Buffer>;

test('uploaded files make the same plan as the folder', () => {
  expect(readPlanFiles(files)).toEqual({ plan: shippedPlan, problems: [] });
});

test('a file that was not uploaded is named beside the problems of the others', () => {
  const { 'items.txt': _, ...others } = files;
  const contacts = files['contacts.csv'].toString().replace('liaison', 'liason');
  const { plan, problems } = readPlanFiles({ ...others, 'contacts.csv': Buffer.from(contacts) });
  expect(plan).toBeUndefined();
  expect(problems.map(({ file, value }) => [file, value])).toEqual([
    ['items.txt', 'items.txt'],
    ['contacts.csv', 'liason'],
  ]);
});
