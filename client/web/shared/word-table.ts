/** The shape of the words of pages: an entry holds both languages, so a word without its English does not compile. */

/** One word in both languages. */
export type Entry<Said = unknown> = { readonly zh: Said; readonly en: Said };

/** The words of one subject: entries, functions that make an entry from the values in its gaps, and groups of them. */
export type WordTable = {
  readonly [name: string]: Entry | ((...gaps: never[]) => Entry) | WordTable;
};

/** A table in one language: each entry is what that language says. */
export type Spoken<Table> =
  Table extends Entry<infer Said>
    ? Said
    : Table extends (...gaps: infer Gaps) => Entry<infer Said>
      ? (...gaps: Gaps) => Said
      : { readonly [Name in keyof Table]: Spoken<Table[Name]> };

type Tables = readonly WordTable[];

type Joined<Some extends Tables> = Some extends readonly [infer First, ...infer Rest extends Tables]
  ? First & Joined<Rest>
  : unknown;

/** Names that stand in more than one table. */
type Repeated<Some extends Tables, Seen = never> = Some extends readonly [
  infer First,
  ...infer Rest extends Tables,
]
  ? (keyof First & Seen) | Repeated<Rest, Seen | keyof First>
  : never;

type NoneRepeated<Some extends Tables> = [Repeated<Some>] extends [never]
  ? unknown
  : `in two tables: ${Repeated<Some> & string}`;

/** All tables as one. A name in two of them does not compile: one word would silently replace the other. */
export const join = <const Some extends Tables>(tables: Some & NoneRepeated<Some>): Joined<Some> =>
  Object.assign({}, ...(tables as Tables));

export const spoken = <Table>(table: Table, language: keyof Entry): Spoken<Table> =>
  said(table as WordTable, language) as Spoken<Table>;

function said(table: WordTable[string], language: keyof Entry): unknown {
  if (typeof table === 'function') return (...gaps: never[]) => table(...gaps)[language];
  if (isEntry(table)) return table[language];
  const names = Object.entries(table);
  return Object.fromEntries(names.map(([name, entry]) => [name, said(entry, language)]));
}

const isEntry = (table: Entry | WordTable): table is Entry => 'zh' in table && 'en' in table;

/** Chinese words that pages take from elsewhere, with their English. */
export const inBoth = <Name extends string>(
  zh: Readonly<Record<Name, string>>,
  en: Readonly<Record<NoInfer<Name>, string>>,
): Readonly<Record<Name, Entry<string>>> =>
  Object.fromEntries(
    (Object.keys(zh) as Name[]).map((name) => [name, { zh: zh[name], en: en[name] }]),
  ) as Record<Name, Entry<string>>;
