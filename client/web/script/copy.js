/**
 * A button that copies a field. Over plain http (usual in government networks) browsers offer no clipboard, so it also
 * tries the older command; if both fail, it selects the text for Ctrl+C.
 */
prepare();
// live.js exchanges parts of the page.
new MutationObserver(prepare).observe(document.body, { childList: true, subtree: true });

document.addEventListener('click', (event) => {
  const { target } = event;
  const button = target instanceof Element ? target.closest('button[data-copy]') : null;
  if (button instanceof HTMLButtonElement) void copy(button);
});

function prepare() {
  for (const button of document.querySelectorAll('button[data-copy][hidden]')) {
    button.removeAttribute('hidden');
  }
}

/** @param {HTMLButtonElement} button */
async function copy(button) {
  const field = document.getElementById(button.dataset['copy'] ?? '');
  if (!(field instanceof HTMLTextAreaElement)) return;
  field.select();
  const isCopied = await toClipboard(field.value);
  button.textContent = (isCopied ? button.dataset['done'] : button.dataset['byHand']) ?? '';
}

/** @param {string} text what the selected field holds */
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand('copy');
  }
}
