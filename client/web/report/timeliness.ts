/** Whether a version came in time, and by which date that is said: on a receipt, long after dates have moved. */
import { type Due, isLate, type Obligation } from '../../../domain/obligation/obligation.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Submission } from '../../../store/read/submissions.ts';
import { dueText } from '../due-text.ts';
import type { Frame } from '../shared/frame.ts';
import { closing, dateTime, shortDay } from '../shared/shown.ts';

type Judged = Pick<
  Obligation,
  | 'due'
  | 'originalDue'
  | 'dueBeforeExtension'
  | 'firstReceivedAt'
  | 'firstDueAt'
  | 'firstVersion'
  | 'version'
  | 'returnLate'
>;

/** The first arrival counts, by the date valid then (rule 3); of a later version it is said that it does. */
export function timelinessOf(
  frame: Frame,
  obligation: Judged,
  { version, receivedAt, supplement, withdrawnAt }: Submission,
): string {
  const { words } = frame;
  const { firstReceivedAt, firstDueAt, firstVersion } = obligation;
  if (withdrawnAt !== null) return words.withdrawnVersion(dateTime(frame, withdrawnAt));
  if (supplement) return words.supplement;
  if (firstReceivedAt === null || firstDueAt === null) return words.none;
  const word = isLate(obligation) ? words.late : words.onTime;
  const judged = `${word}（${words.dueLine}：${dueOf(frame, obligation, firstDueAt)}）`;
  if (version === firstVersion) return judged;
  const first = `${words.firstReceived} ${dateTime(frame, firstReceivedAt)}，${judged}`;
  const isLateAnswer = obligation.returnLate && receivedAt > obligation.due.at;
  return isLateAnswer ? `${first}；${words.returnLate}` : first;
}

/** In full where the record still has the date; a date that was moved since, by its last instant. */
function dueOf(frame: Frame, { due, originalDue, dueBeforeExtension }: Judged, at: Instant) {
  const known = [due, dueBeforeExtension, originalDue].find((one): one is Due => one?.at === at);
  if (known) return dueText(frame, known);
  return `${shortDay(frame.language, frame.rules.zone.dayOf(at))} ${closing(frame, at)}`;
}
