import type { OnProgress } from "../exchange/copy/pages.js";

const EVERY_MS = 1000;

/** Tells on stderr, once a second, how far something has come and how fast. */
export function showProgress(): OnProgress {
  let begun = { stage: "", at: 0, done: 0 };
  let told = performance.now();
  return ({ stage, done, total }) => {
    const now = performance.now();
    if (stage !== begun.stage) begun = { stage, at: now, done };
    if (now - told < EVERY_MS || done === begun.done) return;
    told = now;
    const rate = Math.round(((done - begun.done) / (now - begun.at)) * 1000);
    console.error(`${stage}: ${done} of ${total}, ${rate} a second`);
  };
}
