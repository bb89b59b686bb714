import type { Board } from '../../../store/board.ts';
import type { ContactsMade } from '../../../store/web-pages.ts';
import type { Frame } from '../frame.ts';

/** What each part of a board is drawn from. */
export type BoardProps = {
  readonly frame: Frame;
  readonly board: Board;
  readonly made: ContactsMade;
};
