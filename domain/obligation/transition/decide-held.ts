/** release, dismiss and edit-held: letters and slips wait for a person (docs/rules.md, rule 8). */

import type { DocumentText, MailText } from '../../delivery/message-text.ts';
import { type HeldText, isDocument } from '../../delivery/message-text.ts';
import type { Channel } from '../../plan/policy.ts';
import { type Refusal, refuse } from '../../problem.ts';
import type { ObligationAct } from '../act.ts';
import { LIMITS, lengthOf } from '../limits.ts';
import { isOutstanding } from '../obligation.ts';
import { type Change, changed, closedBySignOff, recorded, type Situation } from './change.ts';

type HeldAct = Extract<ObligationAct, { kind: 'release' | 'dismiss' | 'edit-held' }>;

export function decideHeld(now: Situation, act: HeldAct): Change | Refusal {
  const { before, phase, delivery } = now;
  if (phase === 'signed-off') return closedBySignOff(before.round);
  if (delivery === null || !delivery.needsRelease) {
    return refuse('not_found', `没有编号为“${act.delivery}”的待审发文稿；可用 tasks 查看现有的。`);
  }
  if (delivery.state !== 'held') {
    const verb = act.kind === 'edit-held' ? '修改' : '审发';
    return refuse('refused', `该文稿已处理，不能再次${verb}。`);
  }
  return act.kind === 'edit-held' ? edit(now, act, delivery.channel) : decide(now, act);
}

function decide(
  { before }: Situation,
  act: Extract<HeldAct, { kind: 'release' | 'dismiss' }>,
): Change | Refusal {
  if (act.kind === 'release' && !isOutstanding(before.state)) {
    return refuse('refused', `${before.unitName}已报送或免报，文稿不再发出。`);
  }
  const release = act.kind === 'release';
  return {
    ok: true,
    after: changed(before, {}),
    message: release
      ? `已审发：致${before.unitName}的文稿将在下一个发送时段发出。`
      : `已作罢：致${before.unitName}的文稿不发。`,
    steps: [],
    delivery: { key: act.delivery, to: release ? 'planned' : 'dismissed' },
    reportChanged: false,
  };
}

function edit(
  { before }: Situation,
  { delivery, document }: Extract<HeldAct, { kind: 'edit-held' }>,
  channel: Channel,
): Change | Refusal {
  // A provider sends what fits its approved templates.
  if (channel === 'sms') return refuse('refused', '短信按模板发出，不能修改；不合适的请作罢。');
  const problem = problemWith(document, channel);
  if (problem !== null) return refuse('invalid', problem);
  return {
    ...recorded(before, `致${before.unitName}的文稿已修改，待审发。`),
    document: { key: delivery, document },
  };
}

function problemWith(document: HeldText, channel: Channel): string | null {
  if (isDocument(document) !== (channel === 'letter' || channel === 'slip'))
    return '修改的内容与文稿的种类不符，请刷新页面后再改。';
  return isDocument(document) ? problemWithDocument(document) : problemWithMail(document);
}

function problemWithMail({ subject, text }: MailText): string | null {
  if (subject.trim() === '') return '邮件的主题没有填，请填写。';
  if (/[\r\n]/.test(subject)) return '邮件的主题应写成一行，请去掉换行。';
  if (text.trim() === '') return '邮件没有正文，请填写。';
  return tooLong(lengthOf(subject + text));
}

function problemWithDocument(document: DocumentText): string | null {
  const { title, addressee, paragraphs, signature, date } = document;
  if (title.trim() === '') return '文稿的标题没有填，请填写。';
  if (addressee.trim() === '') return '文稿的主送单位没有填，请填写。';
  if (signature.trim() === '') return '文稿没有署名，请填写。';
  // The title may have several lines.
  const broken = [addressee, signature, date].find((line) => /[\r\n]/.test(line));
  if (broken !== undefined) return `“${broken.split(/[\r\n]/)[0]}”应写成一行，请去掉换行。`;
  if (paragraphs.every((paragraph) => paragraph.trim() === '')) return '文稿没有正文，请填写。';
  return tooLong(lengthOf([title, addressee, ...paragraphs, signature, date].join('')));
}

const tooLong = (total: number): string | null =>
  total > LIMITS.document ? `文稿共${total}字，超过${LIMITS.document}字，请精简后再存。` : null;
