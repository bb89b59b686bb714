/** Parts of a page that are exchanged for newer ones while somebody reads it. */

/**
 * The content of each region, by its name, without clocks: a new minute is no change.
 * @param {Document} page
 */
export function contentOf(page) {
  return new Map([...regionsOf(page)].map(([name, region]) => [name, saidBy(region)]));
}

/**
 * @param {Document} newer
 * @param {Map<string, string>} known content of the regions; is updated
 * @returns {boolean} whether anything but the clocks has changed
 */
export function exchange(newer, known) {
  const said = contentOf(newer);
  const replacements = regionsOf(newer);
  let isChanged = false;
  for (const [name, region] of regionsOf(document)) {
    const replacement = replacements.get(name);
    if (!replacement) continue;
    if (said.get(name) === known.get(name)) setClocks(region, replacement);
    else {
      replace(region, replacement);
      isChanged = true;
    }
    known.set(name, said.get(name) ?? '');
  }
  return isChanged;
}

/** @param {Document} page @returns {Map<string, HTMLElement>} */
function regionsOf(page) {
  /** @type {NodeListOf<HTMLElement>} */
  const found = page.querySelectorAll('[data-region]');
  return new Map([...found].map((region) => [region.getAttribute('data-region') ?? '', region]));
}

/** @param {HTMLElement} region */
function saidBy(region) {
  const copy = /** @type {HTMLElement} */ (region.cloneNode(true));
  // Other scripts show and hide these.
  for (const other of copy.querySelectorAll('[data-clock], [data-copy]')) other.remove();
  return copy.outerHTML;
}

/** @param {HTMLElement} region @param {HTMLElement} newer */
function setClocks(region, newer) {
  const times = newer.querySelectorAll('[data-clock]');
  for (const [index, clock] of region.querySelectorAll('[data-clock]').entries()) {
    clock.textContent = times[index]?.textContent ?? clock.textContent;
  }
}

/**
 * Keeps open details open, and restores focus and scroll position.
 * @param {HTMLElement} region @param {HTMLElement} newer
 */
function replace(region, newer) {
  const open = new Map([...region.querySelectorAll('details')].map((one) => [keyOf(one), one.open]));
  const active = document.activeElement;
  const focus = active instanceof HTMLElement && region.contains(active) ? keyOf(active) : null;
  const { scrollX, scrollY } = window;
  region.replaceWith(newer);
  for (const details of newer.querySelectorAll('details')) {
    details.open = open.get(keyOf(details)) ?? details.open;
  }
  if (focus !== null) {
    /** @type {NodeListOf<HTMLElement>} */
    const candidates = newer.querySelectorAll('a, button, summary, [tabindex]');
    [...candidates].find((one) => keyOf(one) === focus)?.focus({ preventScroll: true });
  }
  window.scrollTo(scrollX, scrollY);
}

/**
 * Identifies an element across two answers of the server.
 * @param {HTMLElement} element @returns {string}
 */
function keyOf(element) {
  const { parentElement, id } = element;
  if (element.tagName === 'SUMMARY' && parentElement) return `summary ${keyOf(parentElement)}`;
  if (element.tagName === 'DETAILS') {
    return element.getAttribute('data-key') ?? element.querySelector('summary')?.textContent ?? '';
  }
  return id || (element.getAttribute('href') ?? element.textContent ?? '');
}
