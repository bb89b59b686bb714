import { expect, test } from 'vitest';
import { ACCESS_ZH } from '../../../client/web/words/access-zh.ts';
import { ACTS_ZH } from '../../../client/web/words/acts-zh.ts';
import { ADMIN_ZH } from '../../../client/web/words/admin-zh.ts';
import { BUREAU_ZH } from '../../../client/web/words/bureau-zh.ts';
import { DETAILS_ZH } from '../../../client/web/words/details-zh.ts';
import { EN } from '../../../client/web/words/en.ts';
import { FORM_ZH } from '../../../client/web/words/form-zh.ts';
import { KINDS_ZH } from '../../../client/web/words/kinds-zh.ts';
import { ZH } from '../../../client/web/words/zh.ts';

// Spread one after the other, the later would silently take the place of the earlier.
test('no word is given by two topics', () => {
  const topics = [KINDS_ZH, DETAILS_ZH, ACCESS_ZH, ACTS_ZH, FORM_ZH, BUREAU_ZH, ADMIN_ZH];
  const names = topics.flatMap((topic) => Object.keys(topic));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('English has the words of Chinese, none of them in Chinese', () => {
  expect(Object.keys(EN).toSorted()).toEqual(Object.keys(ZH).toSorted());
  const chinese = Object.entries(EN).filter(
    ([name, word]) =>
      // The switch of languages, and a hint that quotes what stands in the choice.
      !['other', 'optionalHint'].includes(name) &&
      typeof word === 'string' &&
      /\p{Script=Han}/u.test(word),
  );
  expect(chinese).toEqual([]);
});
