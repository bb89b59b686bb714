/** What the web pages read beside store/board.ts and store/timeline.ts; selects only. */
export { newestCompilation } from './compilations.ts';
export { findRound } from './rounds.ts';
export { type CalendarRows, readCalendarPage } from './web-pages/calendar.ts';
export { type CompilationPage, readCompilationPage } from './web-pages/compilation.ts';
export {
  type ContactsMade,
  type LastMessage,
  readContactsMade,
} from './web-pages/contacts-made.ts';
export { type Context, isReachable, readContext } from './web-pages/context.ts';
export {
  findMessagePage,
  type MessagePage,
  type MessageRow,
  readMessagesPage,
} from './web-pages/messages.ts';
export { type RoundRow, readRoundsPage } from './web-pages/rounds.ts';
export { type Behind, readBehind, readUnitContacts } from './web-pages/unit.ts';
