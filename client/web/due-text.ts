import type { Due } from '../../domain/obligation/obligation.ts';
import type { Frame } from './shared/frame.ts';
import { closing, shortDay } from './shared/shown.ts';

/** 7月15日（星期日），顺延至 7月16日（星期一） 24:00 */
export function dueText(frame: Frame, due: Due): string {
  const { words, language } = frame;
  const written = shortDay(language, due.nominal);
  const judged =
    due.nominal === due.effective
      ? ''
      : `，${words.effective} ${shortDay(language, due.effective)}`;
  return `${written}${judged} ${closing(frame, due.at)}`;
}
