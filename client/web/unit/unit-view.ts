/** What a unit's people see of their record: what was sent to them and done by them, not the bureau's own work. */

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

/** Notes, and decisions about letters that have not left, are the bureau's; so are its tasks and its drafts of slips. */
export const ownView = (record: Timeline): Timeline => ({
  ...record,
  commands: record.commands.filter(isTheirs),
  deliveries: record.deliveries.filter(hasLeft),
});

/** What shows how a report came may name others: a mailbox, a register. */
export const ownBeside = (beside: Beside): Beside => ({
  ...beside,
  files: beside.files.filter(({ purpose }) => purpose !== 'evidence'),
});

const OF_THE_BUREAU = ['note', 'release', 'dismiss', 'edit-held', 'resend', 'remind'];

/** A refusal concerns only whom it refused. */
const isTheirs = ({ kind, actor, ok }: TimelineCommand): boolean =>
  !OF_THE_BUREAU.includes(kind) && (ok || actor.kind === 'unit');

function hasLeft({ channel, slot, state }: TimelineDelivery): boolean {
  if (channel === 'slip' || channel === 'task' || slot === 'officer' || slot === 'office') {
    return false;
  }
  return channel !== 'letter' || hasGone(state);
}

/** What each part of a unit's page is drawn from. */
export type UnitProps = {
  readonly frame: Frame;
  readonly record: Timeline;
  readonly people: UnitContacts;
  /** By address: from where mail came back. */
  readonly bounced: ReadonlyMap<string, BouncedAddress>;
  /** By the key of the delivery. */
  readonly behind: ReadonlyMap<string, Behind>;
  readonly beside: Beside;
  /** What the unit reported for the period before. */
  readonly last: Report | null;
  /** What has just been done here. */
  readonly done: string | undefined;
  /** Follows the record by itself; the bureau's people only. */
  readonly isLive: boolean;
};
