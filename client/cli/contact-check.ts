/** cuibao contact-check list | confirm | name | accept | refuse: what units answer when asked whether their liaison is still right. */
import type { Proposal } from '../../domain/people/contact-check.ts';
import { maskMobile } from '../../domain/people/masked.ts';
import type { ContactDetails } from '../../domain/plan/plan.ts';
import type { PlanAct } from '../../domain/plan-change/act.ts';
import type { Zone } from '../../domain/time/time.ts';
import { type CheckRow, readCheckRows } from '../../store/read/contact-checks.ts';
import { readRound } from '../../store/read/rounds.ts';
import { obligationOf, onPlan, roundOf } from '../command.ts';
import { failureInWords } from '../failure-words.ts';
import { checkWord, whyNotAnswered } from '../web/contact-checks/check-word.ts';
import { CONTACT_CHECKS } from '../web/contact-checks/words.ts';
import { spoken } from '../web/shared/word-table.ts';
import { type Context, type WhichUnit, withPlan } from './context.ts';
import { type ActOptions, answer, wishOf } from './terminal/answer.ts';
import { say, sayJson } from './terminal/say.ts';
import { table } from './terminal/table.ts';
import { isoOrNull, shortMoment } from './terminal/time.ts';

export const listChecks = (
  context: Context,
  period: string,
  { json }: { json?: true },
): Promise<void> =>
  withPlan(context, async ({ pool, plan, rules: { zone } }) => {
    const round = await readRound(pool, roundOf(plan, period));
    const checks = await readCheckRows(pool, round.id);
    const nameOf = (unit: string) => plan.units.find(({ code }) => code === unit)?.name ?? unit;
    if (json) {
      sayJson(checks.map((check) => ({ ...inJson(check, zone), unitName: nameOf(check.unit) })));
      return;
    }
    if (checks.length === 0) {
      const { contactCheckAt: at } = round;
      say(at === null ? WORDS.noContactCheck : WORDS.checkComes(shortMoment(at, zone)));
      return;
    }
    const rows = checks.map((check) => [
      nameOf(check.unit),
      checkWord(WORDS, round, check),
      [shortMoment(check.answeredAt, zone), check.answeredBy ?? ''].join(' ').trim(),
      // Not masked, as on the page: an officer has to check them.
      check.proposal === null ? '' : peopleOf(check.proposal).map(inFull).join('；'),
      failureInWords(whyNotAnswered(check) ?? ''),
    ]);
    say(table(COLUMNS, rows));
  });

const WORDS = spoken(CONTACT_CHECKS, 'zh');
const COLUMNS = [
  { title: '单位', width: 16 },
  { title: '状态', width: 20 },
  { title: '答复', width: 20 },
  { title: '提出的人选', width: 40 },
  { title: '说明', width: 30 },
];

const peopleOf = ({ liaison, deputy }: Proposal): ContactDetails[] => [
  liaison,
  ...(deputy ? [deputy] : []),
];

const inFull = ({ name, email, mobile, phone }: ContactDetails): string =>
  [name, email, mobile, phone].filter(Boolean).join('，');

/** The stable contract: docs/cli.md. */
const inJson = (check: CheckRow, zone: Zone) => {
  const { unit, state, delivery, proposal, askedAt, answeredAt, answeredBy } = check;
  const shown = (person: ContactDetails) => ({
    ...person,
    mobile: person.mobile && maskMobile(person.mobile),
  });
  return {
    unit,
    state,
    delivery,
    reason: whyNotAnswered(check),
    proposal: proposal && {
      liaison: shown(proposal.liaison),
      deputy: proposal.deputy && shown(proposal.deputy),
    },
    askedAt: isoOrNull(askedAt, zone),
    answeredAt: isoOrNull(answeredAt, zone),
    answeredBy,
  };
};

export const confirmContacts = (
  context: Context,
  which: WhichUnit,
  options: ActOptions,
): Promise<void> => act(context, which, options, (of) => ({ kind: 'confirm-contacts', ...of }));

export const acceptContacts = (
  context: Context,
  which: WhichUnit,
  options: ActOptions,
): Promise<void> => act(context, which, options, (of) => ({ kind: 'accept-contacts', ...of }));

export const refuseContacts = (
  context: Context,
  which: WhichUnit,
  options: ActOptions & { readonly reason: string },
): Promise<void> => {
  const { reason } = options;
  return act(context, which, options, (of) => ({ kind: 'refuse-contacts', ...of, reason }));
};

type NameOptions = ActOptions & {
  readonly name: string;
  readonly email?: string;
  readonly mobile?: string;
  readonly phone?: string;
  readonly deputyName?: string;
  readonly deputyEmail?: string;
  readonly deputyMobile?: string;
  readonly deputyPhone?: string;
};

/** What the bureau enters is in force at once. */
export const nameContacts = (
  context: Context,
  which: WhichUnit,
  options: NameOptions,
): Promise<void> => {
  const liaison = personIn(options.name, options.email, options.mobile, options.phone);
  const { deputyName = '', deputyEmail, deputyMobile, deputyPhone } = options;
  const isNamed = [deputyName, deputyEmail, deputyMobile, deputyPhone].some(Boolean);
  const deputy = isNamed ? personIn(deputyName, deputyEmail, deputyMobile, deputyPhone) : null;
  return act(context, which, options, (of) => ({
    kind: 'name-contacts',
    ...of,
    liaison,
    deputy,
    atOnce: true,
  }));
};

const personIn = (who: string, email = '', mobile = '', phone = ''): ContactDetails => ({
  name: who,
  email: email || null,
  mobile: mobile || null,
  phone: phone || null,
});

const act = (
  context: Context,
  { period, unit }: WhichUnit,
  options: ActOptions,
  actOf: (of: { readonly round: string; readonly unit: string }) => PlanAct,
): Promise<void> =>
  withPlan(context, async (deps) => {
    const { plan } = deps;
    const of = { round: roundOf(plan, period), unit: obligationOf(plan, period, unit).unit.code };
    const wish = wishOf(deps, 'bureau', options);
    answer(await onPlan(deps, wish, plan.id, actOf(of)), deps.rules.zone, options);
  });
