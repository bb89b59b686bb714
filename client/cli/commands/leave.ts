/** cuibao contact leave | return: days on which somebody else is reached. */
import { leavesFrom } from '../../../domain/people/leave.ts';
import { Problem } from '../../../domain/problem.ts';
import { readLeaves } from '../../../store/read/contacts.ts';
import { onPlan } from '../../command.ts';
import { parseDay } from '../../typed-time.ts';
import { findContact, type Which } from '../contacts.ts';
import { type Context, inOffice } from '../context.ts';
import { type ActOptions, answer, wishOf } from '../terminal/answer.ts';

type LeaveOptions = ActOptions & {
  readonly ordinal: number;
  readonly from: string;
  readonly until: string;
  readonly deputy?: true;
  readonly name?: string;
  readonly email?: string;
  readonly mobile?: string;
  readonly phone?: string;
};

export const leave = (context: Context, which: Which, options: LeaveOptions): Promise<void> =>
  inOffice(context, async (office) => {
    const { zone } = office.rules;
    const { place, before } = await findContact(office, which, options.ordinal);
    const { name = '', email, mobile, phone } = options;
    if (options.deputy && name !== '') {
      throw new Problem(
        'invalid',
        '--deputy 和 --name 只能写一个：由备用联络员代，或由所写的人代。',
      );
    }
    const act = {
      kind: 'set-leave',
      place,
      seen: before?.mark ?? '',
      from: parseDay(options.from, zone),
      until: parseDay(options.until, zone),
      substitute: options.deputy
        ? null
        : { name, email: email || null, mobile: mobile || null, phone: phone || null },
    } as const;
    const wish = wishOf(office, 'administrator', options);
    answer(await onPlan(office, wish, office.plan.id, act), zone, options);
  });

/** The leave under way, otherwise the next one. */
export const comeBack = (
  context: Context,
  which: Which,
  options: ActOptions & { readonly ordinal: number },
): Promise<void> =>
  inOffice(context, async (office) => {
    const { zone } = office.rules;
    const { before } = await findContact(office, which, options.ordinal);
    const today = zone.dayOf(await office.now());
    const all = await readLeaves(office.pool, office.plan.id);
    const [first] = before ? leavesFrom(before, all, today) : [];
    const wish = wishOf(office, 'administrator', options);
    const act = { kind: 'end-leave', leave: first?.id ?? '' } as const;
    answer(await onPlan(office, wish, office.plan.id, act), zone, options);
  });
