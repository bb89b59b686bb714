/**
 * Keys on the board: `/` searches, `j` and `k` (or the arrows, once a unit has the focus) move between the units. Enter
 * opens the focused link, as usual. The keys can be turned off, and do nothing while the visitor types.
 */
const STORED = 'cuibao-keys';

const help = document.querySelector('[data-keys]');
const toggle = help?.querySelector('button');
if (help instanceof HTMLElement && toggle) listen(help, toggle);

/** @param {HTMLElement} help @param {HTMLButtonElement} toggle */
function listen(help, toggle) {
  const { on = '', off = '' } = toggle.dataset;
  const text = help.querySelector('[data-keys-text]');
  let isOn = read() !== 'off';

  const show = () => {
    help.hidden = false;
    text?.toggleAttribute('hidden', !isOn);
    toggle.textContent = isOn ? on : off;
  };
  toggle.addEventListener('click', () => {
    isOn = !isOn;
    keep(isOn ? 'on' : 'off');
    show();
  });
  show();

  document.addEventListener('keydown', (event) => {
    if (!isOn || isForOthers(event)) return;
    if (event.key === '/') search();
    else if (!move(event.key)) return;
    event.preventDefault();
  });
}

/** @param {KeyboardEvent} event */
function isForOthers({ ctrlKey, metaKey, altKey, isComposing, target }) {
  const isTyping =
    target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
  return ctrlKey || metaKey || altKey || isComposing || isTyping;
}

function search() {
  /** @type {HTMLInputElement | null} */
  const field = document.querySelector('input[data-search]');
  field?.focus();
  field?.select();
}

/** @param {string} key @returns {boolean} whether the key was for this */
function move(key) {
  /** @type {NodeListOf<HTMLElement>} */
  const units = document.querySelectorAll('.board .unit a');
  const at = [...units].findIndex((unit) => unit === document.activeElement);
  const step = stepOf(key, at >= 0);
  const next = units[Math.min(units.length - 1, Math.max(0, at + step))];
  if (step === 0 || !next) return false;
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

/** @param {string} key @param {boolean} isOnUnit the arrows scroll the page until a unit has the focus */
function stepOf(key, isOnUnit) {
  if (key === 'j' || (isOnUnit && key === 'ArrowDown')) return 1;
  if (key === 'k' || (isOnUnit && key === 'ArrowUp')) return -1;
  return 0;
}

/** The browser may forbid storage. */
function read() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** @param {string} value */
function keep(value) {
  try {
    localStorage.setItem(STORED, value);
  } catch {
    // Not stored: the keys are on again on the next page.
  }
}
