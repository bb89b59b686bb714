/** What the web pages read beside store/board.ts and store/timeline.ts; selects only. */
export { newestCompilation } from './compilations.ts';
export { findRound, roundsOfPlan as listRounds } from './rounds.ts';
export { type ActSubject, readActSubject } from './web-pages/act.ts';
export {
  type BoardDetails,
  type BoardOverview,
  type BoardUnit,
  readBoardPage,
} from './web-pages/board.ts';
export { type CalendarRows, readCalendarPage } from './web-pages/calendar.ts';
export { type CompilationPage, readCompilationPage } from './web-pages/compilation.ts';
export type { ContactsMade, LastMessage } from './web-pages/contacts-made.ts';
export { type Context, isReachable, readContext } from './web-pages/context.ts';
export {
  type Entry,
  entriesByOthers,
  findMessage,
  newestEntry,
  type Trail,
} from './web-pages/entries.ts';
export {
  type FeedObligation,
  type FeedRound,
  readFeedObligations,
  readFeedRounds,
} from './web-pages/feed.ts';
export { findLetter, type Letter } from './web-pages/letter.ts';
export {
  findMessagePage,
  type MessagePage,
  type MessageRow,
  readMessagesPage,
} from './web-pages/messages.ts';
export { lastReturn, type MineRow, type Returned, readMine } from './web-pages/mine.ts';
export { type OverdueRow, readOverduePage } from './web-pages/overdue.ts';
export { type RoundRow, readRoundsPage } from './web-pages/rounds.ts';
export { readSignedIn, type SignedIn } from './web-pages/signed-in.ts';
export {
  type Behind,
  type Beside,
  readBehind,
  readBeside,
  readUnitContacts,
  type UnitContacts,
} from './web-pages/unit.ts';
export { readYears, type YearRow } from './web-pages/years.ts';
