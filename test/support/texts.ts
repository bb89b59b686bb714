/** The shipped texts in the words of one language, for tests of what they say. */
import * as made from '../../domain/texts/index.ts';
import type { Language, Wording } from '../../domain/texts/names.ts';
import { shippedTexts } from '../../gateways/shipped-texts.ts';

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

export const renderMail = bound(made.renderMail);
export const renderSms = bound(made.renderSms);
export const renderLetter = bound(made.renderLetter);
export const renderSlip = bound(made.renderSlip);
export const renderDigest = bound(made.renderDigest);
export const taskText = bound(made.taskText);
