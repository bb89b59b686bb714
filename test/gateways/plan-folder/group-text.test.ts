/** Texts of a plan folder for the work group, and for the bureau and its liaisons about a round. */
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../domain/plan/text-names.ts';
import type { FolderProblem } from '../../../gateways/plan-folder/folder-problem.ts';
import { shippedTexts } from '../../../gateways/plan-folder/texts.ts';
import { readAltered } from './altered-folder.ts';

type Case = [string, string, string, Partial<FolderProblem>];
test.each<Case>([
  [
    'a text for the work group that names a unit',
    'group-text.robot',
    '各单位：感谢市农业局率先报送。',
    { message: '工作群的话里点了单位“市农业局”。' },
  ],
  [
    'one that names a unit by another of its names, and only when all are in',
    'group-text.robot',
    '各单位：{% if missing %}请抓紧报送{% else %}最后是人行中山中支，感谢支持{% endif %}',
    { message: '工作群的话里点了单位“人行中山中支”。' },
  ],
  [
    'one that names a person',
    'group-text.robot',
    '各单位：请向农业局联络员甲学习。',
    { message: '工作群的话里有人名“农业局联络员甲”。' },
  ],
  [
    'one that names the bureau’s own person',
    'group-text.robot',
    '各单位：有疑问请找金融局经办人甲。',
    { message: '工作群的话里有人名“金融局经办人甲”。' },
  ],
  [
    'one with a link',
    'group-text.robot',
    '各单位：请到 https://10.0.0.1 报送。',
    { message: '工作群的话里有网址“https:”。' },
  ],
  [
    'one that takes a unit from a variable it has not',
    'group-text.robot',
    '各单位：{% for unit in units %}{{ unit.name }}{% endfor %}请抓紧。',
    { message: expect.stringContaining('不认识的变量“units”') },
  ],
  [
    'one that may be empty',
    'group-text.robot',
    '{% if missing %}各单位：请抓紧报送{% endif %}',
    { message: '正文是空的。' },
  ],
  [
    'a check of contacts that nobody can answer by telephone',
    'contact-check.mail',
    '主题：核对\n\n{% for unit in units %}{{ unit.liaison }}{% endfor %}',
    { message: '没有咨询电话。' },
  ],
  [
    'a morning without a subject on some days',
    'morning.mail',
    '主题：{% if to_do %}待办{% endif %}\n\n{{ bureau }}',
    { message: '主题是空的。' },
  ],
])('refuses %s', async (_, name, text, problem) => {
  const { plan, problems } = await readAltered({ [`texts/${name}.txt`]: text });
  expect(plan).toBeUndefined();
  expect(problems).toContainEqual(
    expect.objectContaining({ file: `texts/${name}.txt`, ...problem }),
  );
});

test('a text for the work group may name the bureau itself', async () => {
  const own = '各单位：{{ period }}工作情况请向市金融局报送。';
  const { plan, problems } = await readAltered({ 'texts/group-text.robot.txt': own });
  expect(problems).toEqual([]);
  expect(plan?.texts['group-text.robot']).toBe(own);
});

test.each(LANGUAGES)('the shipped text in %s names nobody', async (language) => {
  const own = shippedTexts(language)['group-text.robot'];
  const { problems } = await readAltered({ 'texts/group-text.robot.txt': own });
  expect(problems).toEqual([]);
});
