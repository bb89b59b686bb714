/**
 * What could not be saved yet, kept by the browser under the report's address: outlives a lost sign-in and a closed
 * window. A browser may forbid keeping anything; then the page itself is all there is.
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
