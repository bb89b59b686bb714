/** The values of a form, by field name. */
import { makeRoomFor } from './figures.js';

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/** Not saved: the declaration (made anew each time), files, and hidden fields of the page. */
const NOT_KEPT = ['declaration', 'scan'];

/** @param {HTMLFormElement} form @returns {Field[]} */
function fieldsOf(form) {
  return /** @type {Field[]} */ ([...form.querySelectorAll('input, textarea, select')]).filter(
    ({ name, type }) =>
      name !== '' && type !== 'hidden' && type !== 'file' && !NOT_KEPT.includes(name),
  );
}

/** @param {Field} field */
const valueOf = (field) =>
  field instanceof HTMLInputElement && field.type === 'checkbox' && !field.checked
    ? ''
    : field.value;

/** @param {HTMLFormElement} form @returns {Record<string, string>} */
export const valuesOf = (form) =>
  Object.fromEntries(fieldsOf(form).map((field) => [field.name, valueOf(field)]));

/** @param {HTMLFormElement} form @param {Record<string, string>} values */
export function fill(form, values) {
  makeRoomFor(form, values);
  for (const field of fieldsOf(form)) {
    const value = values[field.name] ?? '';
    if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      field.checked = value === field.value;
    } else field.value = value;
  }
}

/**
 * Ignores blanks around a value: the server trims them.
 * @param {HTMLFormElement} form @param {Record<string, string>} values
 */
export function isSame(form, values) {
  const fields = fieldsOf(form);
  const names = new Set(fields.map(({ name }) => name));
  return (
    fields.every((field) => valueOf(field).trim() === (values[field.name] ?? '').trim()) &&
    Object.entries(values).every(([name, value]) => names.has(name) || value.trim() === '')
  );
}
