/** The report form saves itself: a second after the last key, again after a failure, and when the page is left. */
import { fill, isSame, valuesOf } from './form-values.js';
import { dropSpare, keepSpare, readSpare } from './spare.js';

const SAVE_MS = 1000;
const AGAIN_MS = 5000;

const form = document.querySelector('form[data-draft]');
if (form instanceof HTMLFormElement) keepDraft(form);

/** @param {HTMLFormElement} form */
function keepDraft(form) {
  const { draft: address = '', said: words = '{}' } = form.dataset;
  /** @type {Record<'saved' | 'saving' | 'failed' | 'signedOut' | 'spare', string>} */
  const said = JSON.parse(words);
  const status = /** @type {HTMLElement} */ (form.querySelector('.saved'));
  const rev = /** @type {HTMLInputElement} */ (form.elements.namedItem('rev'));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let saving = false;
  let dirty = false;
  let stopped = false;
  /** Revision of the draft that somebody else saved. */
  let theirs = '';

  const kept = readSpare(address);
  if (kept) restore(kept);
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement && target.type === 'file')) changed();
  });
  // From here on, what the button sends counts.
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    stopped = true;
  });
  addEventListener('pagehide', () => {
    if (dirty && !stopped) void send(true);
  });
  on('overwrite', () => {
    rev.value = theirs;
    stopped = false;
    offer('');
    changed();
  });

  function changed() {
    dirty = true;
    keepSpare(address, { rev: rev.value, values: valuesOf(form) });
    later(SAVE_MS);
  }

  /** @param {number} ms */
  function later(ms) {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void send(false), ms);
  }

  /** @param {boolean} leaving */
  async function send(leaving) {
    if (saving) return later(SAVE_MS / 2);
    saving = true;
    dirty = false;
    say(said.saving);
    try {
      const answer = await fetch(address, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ rev: Number(rev.value), values: valuesOf(form) }),
        keepalive: leaving,
      });
      await take(answer);
    } catch {
      again(said.failed, '');
    } finally {
      saving = false;
    }
  }

  /** @param {Response} answer */
  async function take(answer) {
    if (answer.ok) {
      rev.value = String((await answer.json()).rev);
      if (dirty) keepSpare(address, { rev: rev.value, values: valuesOf(form) });
      else dropSpare(address);
      offer('');
      say(`${said.saved} ${new Date().toLocaleTimeString('zh-CN', { hour12: false })}`);
    } else if (answer.status === 409) {
      // Somebody else has saved: only a person can decide.
      stopped = true;
      dirty = true;
      const other = await answer.json();
      theirs = String(other.rev);
      say(other.sentence, true);
      offer('conflict');
    } else if (answer.status === 401) again(said.signedOut, 'signed-out');
    else again(said.failed, '');
  }

  /** @param {string} sentence @param {string} wayOut */
  function again(sentence, wayOut) {
    dirty = true;
    say(sentence, true);
    offer(wayOut);
    later(AGAIN_MS);
  }

  /**
   * What an earlier window could not save: restored when it builds on this page's draft, otherwise offered.
   * @param {import('./spare.js').Spare} spare
   */
  function restore(spare) {
    if (isSame(form, spare.values)) return dropSpare(address);
    if (spare.rev === rev.value) return takeBack(spare);
    say(said.spare);
    offer('spare');
    on('take', () => takeBack(spare));
    on('drop', () => {
      dropSpare(address);
      say('');
      offer('');
    });
  }

  /** @param {import('./spare.js').Spare} spare */
  function takeBack({ values }) {
    fill(form, values);
    form.dispatchEvent(new Event('filled'));
    offer('');
    changed();
  }

  /** @param {string} sentence @param {boolean} isProblem */
  function say(sentence, isProblem = false) {
    if (status.textContent !== sentence) status.textContent = sentence;
    status.classList.toggle('problem', isProblem);
  }

  /** @param {string} name of what is offered; nothing when empty */
  function offer(name) {
    for (const one of form.querySelectorAll('[data-offer]')) {
      one.toggleAttribute('hidden', one.getAttribute('data-offer') !== name);
    }
  }

  /** @param {string} deed @param {() => void} act */
  function on(deed, act) {
    form.querySelector(`[data-deed=${deed}]`)?.addEventListener('click', act);
  }
}
