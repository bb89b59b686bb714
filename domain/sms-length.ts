/**
 * How many parts an SMS is billed as. Source: the length rules of Aliyun and Huawei for Chinese text: the signature
 * counts, every character counts one, 70 fit alone; a longer text is cut into parts of 67 (the rest joins them).
 */
const ALONE = 70;
const JOINED = 67;

/** Parts of a whole SMS, its signature included; counted in UTF-16 units, so an emoji counts two. */
export const smsParts = (text: string): number =>
  text.length <= ALONE ? 1 : Math.ceil(text.length / JOINED);
