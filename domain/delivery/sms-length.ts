/**
 * The number of parts an SMS is billed as. By the rules of Aliyun and Huawei every character counts one, the signature
 * included; one part holds 70, each of several parts 67. A text in the alphabet of GSM 03.38, as English is, has 160 or 153.
 */
const ALONE = { units: 70, letters: 160 };
const JOINED = { units: 67, letters: 153 };

/** @param text with its signature; counted in UTF-16 units, so an emoji counts two */
export const smsParts = (text: string): number =>
  ALPHABET.test(text)
    ? partsOfLetters(text)
    : text.length <= ALONE.units
      ? 1
      : Math.ceil(text.length / JOINED.units);

const ALPHABET =
  /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;
/** Each takes two places, which stay in one part. */
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
