/** What a unit's people see of their record: what concerns them, not the bureau's own work. */

import { hasGone } from '../../../domain/delivery/delivery.ts';
import type { Report } from '../../../domain/obligation/submission.ts';
import type { BouncedAddress, UnitContacts } from '../../../store/read/contacts.ts';
import type {
  Behind,
  Beside,
  Timeline,
  TimelineCommand,
  TimelineDelivery,
} from '../../../store/read/unit.ts';
import type { Frame } from '../shared/frame.ts';

/** Without notes, decisions on letters that were not sent, tasks, and drafts of slips. */
export const ownView = (record: Timeline): Timeline => ({
  ...record,
  commands: record.commands.filter(isTheirs),
  deliveries: record.deliveries.filter(hasLeft),
});

/** Without evidence: it may name others, such as a mailbox or a register. */
export const ownBeside = (beside: Beside): Beside => ({
  ...beside,
  files: beside.files.filter(({ purpose }) => purpose !== 'evidence'),
});

/** What was prepared and has not left is the bureau's. */
export function ownBehind(
  behind: ReadonlyMap<string, Behind>,
  { deliveries }: Pick<Timeline, 'deliveries'>,
): Map<string, Behind> {
  const gone = new Set(deliveries.filter(({ state }) => hasGone(state)).map(({ key }) => key));
  return new Map(
    [...behind].map(([key, one]) => [key, gone.has(key) ? one : { ...one, document: null }]),
  );
}

const OF_THE_BUREAU = ['note', 'release', 'dismiss', 'edit-held', 'resend', 'remind'];

/** A unit sees only its own refused commands. */
const isTheirs = ({ kind, actor, ok }: TimelineCommand): boolean =>
  !OF_THE_BUREAU.includes(kind) && (ok || actor.kind === 'unit');

function hasLeft({ channel, slot, state }: TimelineDelivery): boolean {
  if (channel === 'slip' || channel === 'task' || slot === 'officer' || slot === 'office') {
    return false;
  }
  if (state === 'held' || state === 'dismissed') return false;
  return channel !== 'letter' || hasGone(state);
}

export type UnitProps = {
  readonly frame: Frame;
  readonly record: Timeline;
  readonly people: UnitContacts;
  /** Bounced addresses of the unit. */
  readonly bounced: ReadonlyMap<string, BouncedAddress>;
  /** Message behind a delivery, by the delivery's key. */
  readonly behind: ReadonlyMap<string, Behind>;
  readonly beside: Beside;
  /** The last period's report. */
  readonly last: Report | null;
  /** The outcome of the command that led here. */
  readonly done: string | undefined;
  /** Updates itself; for the bureau only. */
  readonly isLive: boolean;
};
