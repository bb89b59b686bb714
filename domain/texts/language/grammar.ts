/**
 * The phrases of a language, which templates put into sentences. Each fits any state of the record, and is empty where there is
 * nothing to say.
 */

import type { MailText } from '../../delivery/message-text.ts';
import type { ContactDetails } from '../../plan/plan.ts';
import type { MissingToday, News, NewsKind } from '../../round/morning.ts';
import type { Day, Instant, TimeOfDay, Zone } from '../../time/time.ts';
import type { Dated } from '../due-day.ts';
import type { About, MessageFacts, Missing, TaskFacts } from '../facts.ts';

/** How a text names the bureau and the unit: 我局 and 贵局 in a letter, 市金融局 and 该局 in a 督办单. */
export type Voice = { readonly us: string; readonly them: string };

export type Grammar = {
  readonly frame: {
    readonly mark: string;
    /** The first paragraph of every mail of a demonstration. */
    readonly notice: string;
    readonly signed: (signature: string) => string;
    readonly attached: (name: string) => string;
    readonly salutation: (name: string) => string;
    /** The beginning of a mail of several plans. */
    readonly joint: (works: readonly string[]) => string;
    readonly semicolon: string;
  };

  /** 贵局 */
  readonly you: (unitName: string) => string;
  /** 贵单位, for a reader with several units. */
  readonly youAll: string;
  /** 我局 */
  readonly us: (bureau: string) => string;
  /** 该局 */
  readonly them: (unitName: string) => string;
  /** 请, or 商请 to bodies that the city can only ask. */
  readonly please: (isRequest: boolean) => string;
  /** A、B */
  readonly listed: (names: readonly string[]) => string;
  /** The unit's name before its own sentence. */
  readonly lead: (unitName: string) => string;

  readonly fullDate: (day: Day) => string;
  readonly monthDay: (day: Day, year: string) => string;
  readonly withWeekday: (day: Day, year: string) => string;
  readonly clock: (time: TimeOfDay) => string;
  readonly dateAndClock: (at: Instant, zone: Zone) => string;
  /** 7月13日14:30 */
  readonly dayAndClock: (at: Instant, zone: Zone, year: string) => string;
  readonly period: (period: string) => string;
  readonly periodMonths: (period: string) => string;

  /** 7月15日（星期日，含当日）24:00 */
  readonly closing: (about: About, zone: Zone) => string;
  /** The same with 前 and all explanations. */
  readonly deadline: (about: About, zone: Zone) => string;
  /** 于7月15日（星期日，含当日）24:00前, or 尽快 when that is past. */
  readonly when: (about: About, asOf: Instant, zone: Zone) => string;
  /** ；按规定顺延，… */
  readonly notes: (about: About, zone: Zone) => string;
  /** 7月15日（按规定顺延至7月16日） */
  readonly wasDue: (about: About) => string;
  /** ；按规定顺延，… when the due date is a rest day. */
  readonly movedByRest: (about: About, zone: Zone) => string;
  /** 距7月15日截止还有9天 */
  readonly timeLeft: (about: About, asOf: Instant, zone: Zone) => string;
  /** 今日24:00截止 */
  readonly closes: (about: About, asOf: Instant, zone: Zone) => string;

  readonly sms: {
    readonly when: (about: About, asOf: Instant, zone: Zone) => string;
    /** 于7月15日前, or 尽快 when that is past. */
    readonly whenDay: (about: About, asOf: Instant) => string;
    readonly byDay: (day: Day | null, year: string) => string;
    readonly closing: (due: Dated, zone: Zone) => string;
    /** 24时 */
    readonly closingTime: (dueAt: Instant, zone: Zone) => string;
    readonly closes: (about: About, asOf: Instant, zone: Zone) => string;
    readonly closesAt: (about: About, zone: Zone) => string;
    /** Without the names of unit and plan, which carriers filter (docs/rules.md, rule 17). */
    readonly report: (units: number, periods: string, more: boolean) => string;
    /** 贵单位2018年上半年延期申请 */
    readonly extensionRequest: (units: number, periods: string) => string;
  };

  readonly report: (periods: string, subject: string) => string;
  readonly items: (nos: readonly number[]) => string;
  /** 贵局牵头的第9、15项 */
  readonly what: (about: About) => string;
  /** 贵局牵头的第9、15项2018年上半年落实情况, or the additions after a return. */
  readonly missing: (about: About) => string;
  /** A person's text as part of a sentence: without final punctuation. */
  readonly clause: (words: string) => string;
  /** 我局6月22日通知，…，截至19日9时 */
  readonly soFar: (about: About, asOf: Instant, zone: Zone, voice: Voice) => string;

  readonly waysWithForm: (facts: MessageFacts) => string;
  readonly waysAgain: (facts: MessageFacts, zone: Zone) => string;
  readonly waysToConfirm: (facts: MessageFacts) => string;

  /** 张某，0760-88000001 */
  readonly contact: (contact: TaskFacts['contact']) => string;
  readonly taskReport: (period: string) => string;
  readonly unknown: string;
  readonly missingUnit: (unit: Missing, year: string) => string;
  /** 张某，邮箱…，手机138****0001，座机…, with the mobile masked. */
  readonly onFile: (contact: ContactDetails | null) => string;

  readonly morning: {
    /** 小榄镇（迟报）, 横栏镇（承诺7月20日报送） */
    readonly newsUnit: (kind: NewsKind, unit: News['units'][number], year: string) => string;
    /** 沙溪镇（已退回，期限7月20日） */
    readonly missingUnit: (unit: MissingToday, year: string) => string;
    /** A、B等，其余440个见总览 */
    readonly some: (names: readonly string[], most: number) => string;
    /** In a preview, where the digest's text is not known yet. */
    readonly toCome: (period: string) => MailText;
  };
};
