import { amountPhrase, unitLabel, type Units } from "../amounts.js";
import type { Bound, Modality } from "../queries/generated/graphql.js";
import { linkTo, useVisit } from "../visit.js";
import { directionOf } from "../words.js";
import { useWords } from "./Say.js";

/** An amount that a claim gives. */
export interface ScaleMark {
  readonly id: string;
  readonly statement: string;
  readonly modality: Modality;
  readonly quantity: { readonly amount: number; readonly unit: string; readonly bound: Bound };
}

/** How far "about" reaches to either side, as amounts are compared. */
const ABOUT = 0.1;

/** How high the row of a mark is, and what stands beneath all of them. */
const ROW = 56;
const AXIS = 44;

/** Where the scale begins and ends, in hundredths of the width. */
const LEFT = 4;
const RIGHT = 96;

/**
 * Amounts on one scale, each in a row of its own and a link to its claim: a dot is the amount, a bar how far "about" reaches, an arrow "or more" and "or less".
 * Places are in hundredths of the width, so that the letters keep their size on a phone.
 */
export function Scale({ marks, units }: { readonly marks: readonly ScaleMark[]; readonly units: Units }) {
  const { say, language } = useWords();
  const unit = unitLabel(marks[0]!.quantity.unit, units);
  const { from, to, ticks } = scaleOf(marks.map(({ quantity }) => quantity));
  const x = (amount: number) => LEFT + ((amount - from) / (to - from)) * (RIGHT - LEFT);
  const height = marks.length * ROW + AXIS;
  const bottom = marks.length * ROW;
  return (
    <figure class="scale">
      <svg width="100%" height={height} role="group" aria-label={`${say("onOneScale")}: ${unit}`} direction="ltr">
        {ticks.map((tick) => (
          <g key={tick} class="tick">
            <line x1={`${x(tick)}%`} x2={`${x(tick)}%`} y1="0" y2={bottom + 6} />
            <text x={`${x(tick)}%`} y={bottom + 22} text-anchor={anchorAt(x(tick))}>
              <tspan direction={directionOf(language)} unicode-bidi="embed">
                {amountPhrase(language, tick)}
              </tspan>
            </text>
          </g>
        ))}
        <line class="axis" x1={`${LEFT}%`} x2={`${RIGHT}%`} y1={bottom} y2={bottom} />
        <text class="unit" x={`${RIGHT}%`} y={bottom + 40} text-anchor="end">
          {unit}
        </text>
        {marks.map((mark, index) => (
          <Mark key={mark.id} mark={mark} x={x} y={index * ROW + 38} />
        ))}
      </svg>
    </figure>
  );
}

function Mark({
  mark,
  x,
  y,
}: {
  readonly mark: ScaleMark;
  readonly x: (amount: number) => number;
  readonly y: number;
}) {
  const visit = useVisit();
  const { say, language } = useWords();
  const { amount, bound } = mark.quantity;
  const at = x(amount);
  const [low, high] = [
    bound === "AT_MOST" ? LEFT : x(amount - reachOf(mark.quantity)),
    bound === "AT_LEAST" ? RIGHT : x(amount + reachOf(mark.quantity)),
  ];
  const label = say(bound, { amount: amountPhrase(language, amount) });
  return (
    <a href={linkTo(visit, `/c/${mark.id}`)} aria-label={mark.statement} class={`mark ${mark.modality.toLowerCase()}`}>
      <rect class="target" x={`${LEFT}%`} y={y - 34} width={`${RIGHT - LEFT}%`} height={ROW - 8} />
      {low < high && <line class="reach" x1={`${low}%`} x2={`${high}%`} y1={y} y2={y} />}
      {bound === "AT_LEAST" && <Arrow at={RIGHT} y={y} path="M-7 -5 0 0 -7 5" />}
      {bound === "AT_MOST" && <Arrow at={LEFT} y={y} path="M7 -5 0 0 7 5" />}
      <circle cx={`${at}%`} cy={y} r="6" />
      <text x={`${at}%`} y={y - 14} text-anchor={anchorAt(at)}>
        {label}
        {mark.modality !== "ACTUAL" && ` (${say(mark.modality)})`}
      </text>
    </a>
  );
}

function Arrow({ at, y, path }: { readonly at: number; readonly y: number; readonly path: string }) {
  return (
    <svg x={`${at}%`} y={y} overflow="visible" width="1" height="1">
      <path class="arrow" d={path} />
    </svg>
  );
}

/** Letters at the ends stay within. */
function anchorAt(at: number): "start" | "middle" | "end" {
  return at < 30 ? "start" : at > 70 ? "end" : "middle";
}

function reachOf({ amount, bound }: ScaleMark["quantity"]): number {
  return bound === "ABOUT" ? Math.abs(amount) * ABOUT : 0;
}

/** A scale that holds all amounts, from round to round: from nothing on, unless that would press them together. */
export function scaleOf(quantities: readonly ScaleMark["quantity"][]): { from: number; to: number; ticks: number[] } {
  const least = Math.min(...quantities.map((one) => one.amount - reachOf(one)));
  const greatest = Math.max(...quantities.map((one) => one.amount + reachOf(one)));
  const low = least >= 0 && least < 0.75 * greatest ? 0 : least;
  const step = roundUp((greatest - low || Math.abs(greatest) || 1) / 4);
  const from = Math.floor(low / step) * step;
  const to = Math.max(from + step, Math.ceil(greatest / step) * step);
  const count = Math.round((to - from) / step);
  return { from, to, ticks: Array.from({ length: count + 1 }, (_, index) => from + index * step) };
}

/** The next of 1, 2, 5, 10, 20, … that is not less. */
function roundUp(step: number): number {
  const scale = 10 ** Math.floor(Math.log10(step));
  return ([1, 2, 5].find((one) => one * scale >= step * (1 - 1e-9)) ?? 10) * scale;
}
