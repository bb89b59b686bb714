/**
 * What could not be saved yet, in the browser's storage under the report's address: it survives an expired sign-in and
 * a closed window. If the browser forbids storage, it is only on the page.
 */

/** @typedef {{ rev: string, values: Record<string, string> }} Spare */

/** @param {string} address */
const keyOf = (address) => `cuibao draft ${address}`;

/** @param {string} address @param {Spare} spare */
export function keepSpare(address, spare) {
  try {
    localStorage.setItem(keyOf(address), JSON.stringify(spare));
  } catch {}
}

/** @param {string} address @returns {Spare | null} */
export function readSpare(address) {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(address)) ?? 'null');
    return kept && typeof kept.values === 'object' ? kept : null;
  } catch {
    return null;
  }
}

/** @param {string} address */
export function dropSpare(address) {
  try {
    localStorage.removeItem(keyOf(address));
  } catch {}
}
