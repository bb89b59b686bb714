/** Renders the shipped texts, in Chinese or English. */

import type { Language, Wording } from '../../../domain/plan/text-names.ts';
import { renderDigest as renderDigestIn } from '../../../domain/texts/messages/digests.ts';
import { taskText as taskTextIn } from '../../../domain/texts/messages/tasks.ts';
import {
  renderLetter as renderLetterIn,
  renderMail as renderMailIn,
  renderSlip as renderSlipIn,
  renderSms as renderSmsIn,
} from '../../../domain/texts/messages/unit-message.ts';
import { shippedTexts } from '../../../gateways/plan-folder/texts.ts';

export const shippedWording = (language: Language): Wording => ({
  language,
  texts: shippedTexts(language),
});

const bound =
  <Asked extends unknown[], Words>(
    render: (wording: Wording, ...asked: Asked) => Words,
    language: Language = 'zh',
  ) =>
  (...asked: Asked): Words =>
    render(shippedWording(language), ...asked);

export const renderMail = bound(renderMailIn);
export const renderSms = bound(renderSmsIn);
export const renderLetter = bound(renderLetterIn);
export const renderSlip = bound(renderSlipIn);
export const renderDigest = bound(renderDigestIn);
export const taskText = bound(taskTextIn);
