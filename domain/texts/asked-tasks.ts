/** What a unit's own act gives an officer to do, in one line: a wish for a later date, another liaison. */

import type { Wording } from '../plan/text-names.ts';
import { lineOf } from './engine/frame.ts';
import { grammarOf } from './language/grammar-of.ts';
import {
  contactsVariables,
  extensionVariables,
  type Naming,
  type Wish,
} from './variables/asked-tasks.ts';

export const extensionTaskText = (wording: Wording, wish: Wish): string =>
  lineOf(wording, 'extension.task', extensionVariables(wish, grammarOf(wording)));

export const contactsTaskText = (wording: Wording, naming: Naming): string =>
  lineOf(wording, 'contacts.task', contactsVariables(naming));
