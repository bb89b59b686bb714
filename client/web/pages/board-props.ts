import type { BoardDetails, BoardOverview } from '../../../store/read/board.ts';
import type { BoardQuery, BoardView } from '../board/board-view.ts';
import type { Frame } from '../shared/frame.ts';

/** What each part of a board is drawn from. */
export type BoardProps = {
  readonly frame: Frame;
  readonly board: BoardOverview & BoardDetails;
  /** What was asked for, and the rows that answer it. */
  readonly query: BoardQuery;
  readonly view: BoardView;
};
