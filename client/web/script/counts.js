/** Beside each field with a limit: its length in characters (code points), and the limit. */
const form = document.querySelector('form.report-form');
if (form instanceof HTMLFormElement) {
  countAll(form);
  form.addEventListener('input', (event) => count(event.target));
  // Another script has filled the fields.
  form.addEventListener('filled', () => countAll(form));
}

/** @param {HTMLFormElement} within */
function countAll(within) {
  for (const field of within.querySelectorAll('[data-most]')) count(field);
}

/** @param {EventTarget | null} field */
function count(field) {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const most = Number(field.dataset['most']);
  const about = document.getElementById(`${field.id}-about`)?.querySelector('small');
  if (!about || !most) return;
  const length = Array.from(field.value.trim()).length;
  about.textContent = `${length}/${most}`;
  about.classList.toggle('bad', length > most);
}
