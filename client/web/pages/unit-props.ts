import type { Report } from '../../../domain/obligation/submission.ts';
import type { Timeline } from '../../../store/read/unit.ts';
import type { Behind, Beside, UnitContacts } from '../../../store/web-pages/unit.ts';
import type { BouncedAddress } from '../../../store/write/bounced-addresses.ts';
import type { Frame } from '../shared/frame.ts';

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
