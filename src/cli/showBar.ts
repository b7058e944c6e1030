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
      const format = total > 0 ? `${stage} {bar} {value} of {total}, {rate} a second, {left} left` : `${stage} {value}`;
      bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true, hideCursor: true });
      bar.start(total, done, { rate: 0, left: "?" });
    }
    const seconds = (performance.now() - begun) / 1000;
    const rate = (done - first) / Math.max(seconds, 0.001);
    bar?.update(done, { rate: Math.round(rate), left: rate > 0 ? clock((total - done) / rate) : "?" });
  };
  return { show, end };
}

/** Minutes and seconds: `12:05`. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
