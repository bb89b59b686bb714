/** Adds rows of figures in the browser. Without scripts the button saves, and the page comes back with one more row. */
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest('button[data-more]');
  const block = button && button.closest('.figures');
  if (!(block instanceof HTMLElement)) return;
  event.preventDefault();
  addRow(block).querySelector('input')?.focus();
});

/**
 * Adds rows until there is one for each value.
 * @param {HTMLFormElement} form @param {Record<string, string>} values
 */
export function makeRoomFor(form, values) {
  /** @type {NodeListOf<HTMLElement>} */
  const blocks = form.querySelectorAll('.figures');
  for (const block of blocks) {
    const { prefix = '', most } = block.dataset;
    const rows = Object.keys(values)
      .filter((name) => name.startsWith(prefix))
      .map((name) => Number.parseInt(name.slice(prefix.length), 10));
    const wanted = Math.min(Math.max(0, ...rows), Number(most));
    while (rowsOf(block).length < wanted) addRow(block);
  }
}

/** @param {HTMLElement} block */
const rowsOf = (block) => block.querySelectorAll('.figure');

/** @param {HTMLElement} block @returns {Element} the new row, empty */
function addRow(block) {
  const last = /** @type {HTMLElement} */ ([...rowsOf(block)].at(-1));
  const number = rowsOf(block).length + 1;
  const row = /** @type {HTMLElement} */ (last.cloneNode(true));
  for (const one of row.querySelectorAll('small, .wrong')) one.remove();
  for (const input of row.querySelectorAll('input')) {
    input.name = input.name.replace(/figure-\d+/, `figure-${number}`);
    input.id = input.name;
    // The label ends with the number of the row.
    const label = input.getAttribute('aria-label') ?? '';
    input.setAttribute('aria-label', label.replace(/\d+(?=\D*$)/, String(number)));
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
    input.value = '';
  }
  last.after(row);
  block.querySelector('[data-more]')?.toggleAttribute('hidden', number >= Number(block.dataset['most']));
  return row;
}
