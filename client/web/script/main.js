/** Loaded by every page; each part looks for its own elements. */
import './board.js';
import './copy.js';
import './counts.js';
import './draft.js';
import './figures.js';
import './live.js';
