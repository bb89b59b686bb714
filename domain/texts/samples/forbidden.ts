/** What may stand in no text that carriers filter or that many read: the plan, a link, a mobile, a person. Rule 17 of the field. */
import type { Plan } from '../../plan/plan.ts';
import type { Fault } from '../fault.ts';

export type Forbidden = {
  readonly find: (words: string, plan: Plan) => string | undefined;
  readonly message: (found: string) => string;
  readonly remedy: string;
};

/** The value is left empty: whose text it is says the sample. */
export const faultsBy = (rules: readonly Forbidden[], words: string, plan: Plan): Fault[] =>
  rules.flatMap(({ find, message, remedy }) => {
    const found = find(words, plan);
    return found === undefined ? [] : [{ line: null, value: '', message: message(found), remedy }];
  });

export const planIn = (words: string, { title, subject }: Plan): string | undefined =>
  [title, subject].find((each) => words.includes(each));

export const linkIn = (words: string): string | undefined =>
  /https?:|www\.|(?:[a-z0-9-]+\.)+(?:com|cn|gov|net|org)\b/i.exec(words)?.[0];

export const mobileIn = (words: string): string | undefined =>
  /(?<!\d)1\d{10}(?!\d)/.exec(words)?.[0];

export const personIn = (words: string, plan: Plan): string | undefined =>
  peopleOf(plan).find((each) => words.includes(each));

/** The bureau itself may be named. */
export const unitIn = (words: string, { units, bureau }: Plan): string | undefined =>
  units
    .filter(({ code }) => code !== bureau.unit)
    .flatMap(({ name, addressee, aliases }) => [name, addressee, ...aliases])
    .find((each) => each.length > 1 && words.includes(each));

const known = new WeakMap<Plan['contacts'], string[]>();

function peopleOf({ contacts, bureau }: Plan): string[] {
  const names = known.get(contacts) ?? [
    ...new Set(
      [...contacts.map(({ name }) => name), nameAlone(bureau.person)].filter(
        (name) => name.length > 1,
      ),
    ),
  ];
  known.set(contacts, names);
  return names;
}

/** 普惠金融科 李某: the section may be named, the person not. */
const nameAlone = (person: string): string => person.trim().split(/\s+/).at(-1) ?? '';
