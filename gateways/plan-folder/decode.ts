/** Text of a file that people edit: UTF-8 with or without mark, or GB18030 as Chinese Excel saves CSV. */

export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // GB18030 text is next to never valid UTF-8, so the order of the two tries decides nothing by accident.
    return new TextDecoder('gb18030').decode(bytes);
  }
}
