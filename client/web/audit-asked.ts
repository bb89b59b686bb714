/** What the trail is filtered by, as it stands in the address; empty is everything. */
export const NAMES = ['subject', 'unit', 'kind', 'actor', 'from', 'to', 'refused'] as const;
export type Asked = Readonly<Record<(typeof NAMES)[number], string>>;
