/** What can be done about a task: links to forms, with the known fields filled in. */
import { createHash } from 'node:crypto';
import type { ObligationAct } from '../../../domain/obligation/act.ts';
import { partsOf } from '../../../domain/obligation/obligation.ts';
import type { ExtensionRequest } from '../../../store/read/extension-requests.ts';
import type { Task } from '../../../store/read/tasks.ts';
import { type Language, linkTo } from '../shared/language.ts';

type Kind = ObligationAct['kind'];
export type Deed = { readonly kind: Kind | 'letter' | 'grant'; readonly href: string };

export const actHref = (
  obligation: string,
  kind: Kind,
  language: Language,
  query: Readonly<Record<string, string>> = {},
): string => {
  const { period, unit } = partsOf(obligation);
  return linkTo(`/${period}/${unit}/acts/${kind}`, language, query);
};

/** The address holds the SHA-256 of the delivery's key in hexadecimal: the key itself is too long. */
export const letterHref = (obligation: string, delivery: string, language: Language): string => {
  const { period, unit } = partsOf(obligation);
  const reference = createHash('sha256').update(delivery).digest('hex');
  return linkTo(`/${period}/${unit}/letters/${reference}`, language);
};

export function deedsOf(
  { kind, obligation, delivery }: Task,
  request: ExtensionRequest | null,
  language: Language,
): Deed[] {
  if (obligation === null) return [];
  const deed = (act: Kind, query: Readonly<Record<string, string>> = {}): Deed => ({
    kind: act,
    href: actHref(obligation, act, language, query),
  });
  const resend = delivery === null ? [] : [deed('resend', { delivery })];
  switch (kind) {
    case 'release':
      if (delivery === null) return [];
      return [
        { kind: 'letter', href: letterHref(obligation, delivery, language) },
        deed('release', { delivery }),
        deed('dismiss', { delivery }),
      ];
    case 'extension':
      return [
        {
          ...deed('extend', request === null ? {} : { until: request.until }),
          kind: 'grant',
        },
        deed('refuse-extension'),
      ];
    case 'unreachable':
    case 'unknown':
      return [deed('call'), ...resend];
    case 'contacts':
      return [];
    case 'call':
    case 'resubmission':
      return [deed('call')];
  }
}
