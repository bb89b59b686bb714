/**
 * How many parts an SMS is billed as. Chinese by the length rules of Aliyun and Huawei: the signature counts, every
 * character counts one, 70 fit alone; a longer text is cut into parts of 67 (the rest joins them). A text that is all
 * of the alphabet of GSM 03.38, as English is, fits 160, or 153 where it is cut.
 */
const ALONE = { units: 70, letters: 160 };
const JOINED = { units: 67, letters: 153 };

/** Parts of a whole SMS, its signature included; Chinese is counted in UTF-16 units, so an emoji counts two. */
export const smsParts = (text: string): number =>
  ALPHABET.test(text)
    ? partsOfLetters(text)
    : text.length <= ALONE.units
      ? 1
      : Math.ceil(text.length / JOINED.units);

const ALPHABET =
  /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;
/** These take two places, and no part ends between them. */
const DOUBLE = /[\^{}\\[~\]|€]/;

function partsOfLetters(text: string): number {
  const places = Array.from(text, (letter) => (DOUBLE.test(letter) ? 2 : 1));
  const all = places.reduce((sum, each) => sum + each, 0);
  if (all <= ALONE.letters) return 1;
  let parts = 1;
  let used = 0;
  for (const each of places) {
    if (used + each > JOINED.letters) {
      parts += 1;
      used = 0;
    }
    used += each;
  }
  return parts;
}
