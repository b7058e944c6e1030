import { SingleBar } from "cli-progress";
import type { OnProgress } from "../exchange/copy/pages.js";
import { showProgress } from "./showProgress.js";

/** Tells on stderr how far something has come, how fast, and how long it will take: a bar where a person watches, else a line a second. */
export function showBar(): { readonly show: OnProgress; readonly end: () => void } {
  if (!process.stderr.isTTY) return { show: showProgress(), end: () => undefined };
  let [bar, stage, begun, first] = [null as SingleBar | null, "", 0, 0];
  const end = () => {
    bar?.stop();
    bar = null;
  };
  const show: OnProgress = (progress) => {
    const { done, total } = progress;
    if (progress.stage !== stage) {
      end();
      [stage, begun, first] = [progress.stage, performance.now(), done];
      const format =
        total > 0 ? `${stage} {bar} {value} of {total}, {rate} a second, {eta_formatted} left` : `${stage} {value}`;
      bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true, hideCursor: true, etaBuffer: 50 });
      bar.start(total, done, { rate: 0 });
    }
    const seconds = (performance.now() - begun) / 1000;
    bar?.update(done, { rate: Math.round((done - first) / Math.max(seconds, 0.001)) });
  };
  return { show, end };
}
