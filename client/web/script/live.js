/**
 * Keeps a page up to date: when the server reports a change, it requests the page again and exchanges the parts marked
 * `data-region`. Forms are outside those parts, so typing is never lost.
 */
import { contentOf, exchange } from './regions.js';

/** The server does not report what workers send, so the page also looks by itself. */
const LOOK_MS = 60_000;

const teller = document.querySelector('[data-live]');
if (teller instanceof HTMLElement && 'EventSource' in window) follow(teller);

/** The page's address, marked so that this request does not keep the session alive. */
function address() {
  const here = new URL(location.href);
  here.searchParams.set('by', 'itself');
  return here;
}

/** @param {HTMLElement} teller */
function follow(teller) {
  const { live = '', lost = '', updated = '', signedOut = '' } = teller.dataset;
  /** Each region as the server sent it, before anybody opened anything in it. */
  const known = contentOf(document);
  /** @type {EventSource | null} */
  let source = null;
  let isAsking = false;

  const ask = async () => {
    if (isAsking || document.hidden) return;
    isAsking = true;
    try {
      const response = await fetch(address(), { headers: { Accept: 'text/html' } });
      // A redirect means that the session has ended.
      if (response.redirected) giveUp();
      else if (response.ok) show(await response.text());
    } catch {
      teller.textContent = lost;
    } finally {
      isAsking = false;
    }
  };

  /** @param {string} html */
  const show = (html) => {
    const isChanged = exchange(new DOMParser().parseFromString(html, 'text/html'), known);
    if (!isChanged && teller.textContent !== lost) return;
    teller.textContent = `${updated} ${new Date().toTimeString().slice(0, 5)}`;
  };

  const start = () => {
    if (source) return;
    source = new EventSource(live);
    source.addEventListener('changed', () => void ask());
    source.addEventListener('error', () => {
      teller.textContent = lost;
    });
    // Also after a lost connection: changes were missed meanwhile.
    source.addEventListener('open', () => void ask());
  };
  const stop = () => {
    source?.close();
    source = null;
  };
  // A browser opens six connections to a host; a hidden page must not hold one.
  const look = () => (document.hidden ? stop() : start());
  const giveUp = () => {
    stop();
    clearInterval(clock);
    document.removeEventListener('visibilitychange', look);
    teller.textContent = signedOut;
  };

  const clock = setInterval(() => void ask(), LOOK_MS);
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pagehide', stop);
  look();
}
