import { grouped } from "../grouped.js";
import { linkTo, useVisit } from "../visit.js";
import { figure } from "../words.js";
import type { EntityPageQuery } from "../queries/generated/graphql.js";
import { useWords } from "./Say.js";

type Dated = NonNullable<EntityPageQuery["dated"]>["nodes"][number];

/** Fewer dated values are better read as rows. */
const FEWEST = 3;

/** Amounts over time, a drawing for each predicate and unit of which there are enough. */
export function DotPlots({ claims }: { readonly claims: readonly Dated[] }) {
  const groups = grouped(claims, ({ predicate, quantity }) => `${predicate} ${quantity?.unit}`);
  return (
    <>
      {[...groups]
        .filter(([, dated]) => dated.length >= FEWEST && dated[0]!.quantity)
        .map(([key, dated]) => (
          <DotPlot key={key} claims={dated} />
        ))}
    </>
  );
}

const WIDTH = 460;
const HEIGHT = 220;
const EDGE = { left: 74, right: 16, top: 30, bottom: 26 };

/** One drawing: a dot for each claim, as wide as its date is vague. */
function DotPlot({ claims }: { readonly claims: readonly Dated[] }) {
  const visit = useVisit();
  const { language, say } = useWords();
  const { predicateLabel, quantity } = claims[0]!;
  const dots = claims.map((claim) => ({ claim, time: spanOf(claim.validFrom!), amount: claim.quantity!.amount }));
  const amounts = ticks(
    Math.min(0, ...dots.map(({ amount }) => amount)),
    Math.max(...dots.map(({ amount }) => amount)),
    4,
  );
  const years = [Math.min(...dots.map(({ time }) => time[0])), Math.max(...dots.map(({ time }) => time[1]))] as const;
  const x = scale(years, [EDGE.left, WIDTH - EDGE.right]);
  const y = scale([amounts[0]!, amounts.at(-1)!], [HEIGHT - EDGE.bottom, EDGE.top]);
  const title = `${predicateLabel} · ${quantity!.unit}`;
  return (
    <figure class="plot">
      <figcaption>
        {title} <span class="faint">{say("plotKey")}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={title}>
        <g class="axis" aria-hidden="true">
          {amounts.map((amount) => (
            <>
              <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(amount)} y2={y(amount)} />
              <text x={EDGE.left - 8} y={y(amount) + 4} text-anchor="end">
                {figure(language, amount)}
              </text>
            </>
          ))}
          {timeTicks(years).map(({ at, label }) => (
            <>
              <line x1={x(at)} x2={x(at)} y1={HEIGHT - EDGE.bottom} y2={HEIGHT - EDGE.bottom + 5} />
              <text x={x(at)} y={HEIGHT - 6} text-anchor="middle">
                {label}
              </text>
            </>
          ))}
          <text x={EDGE.left - 8} y={14} text-anchor="end">
            {quantity!.unit}
          </text>
        </g>
        {dots.map(({ claim, time, amount }) => (
          <a
            key={claim.id}
            href={linkTo(visit, `/c/${claim.id}`)}
            aria-label={claim.statement}
            class={`dot modality-${claim.modality.toLowerCase()}${claim.conflicts.length > 0 ? " contradicted" : ""}`}
          >
            <title>{claim.statement}</title>
            <circle class="reach" cx={x((time[0] + time[1]) / 2)} cy={y(amount)} r="12" />
            <line x1={x(time[0])} x2={x(time[1])} y1={y(amount)} y2={y(amount)} />
            <circle cx={x((time[0] + time[1]) / 2)} cy={y(amount)} r="5" />
            {claim.conflicts.length > 0 && (
              <path d={`M${x((time[0] + time[1]) / 2) + 9} ${y(amount) - 14}l-5 8h4l-1 6 5-8h-4z`} />
            )}
          </a>
        ))}
      </svg>
    </figure>
  );
}

/** A date of any precision as the time from its beginning to its end, in years. */
function spanOf(date: string): readonly [number, number] {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (month === undefined) return [year, year + 1];
  const begin = year + (month - 1) / 12;
  return day === undefined ? [begin, begin + 1 / 12] : [begin + (day - 1) / 372, begin + day / 372];
}

function scale([from, to]: readonly [number, number], [low, high]: readonly [number, number]) {
  const wide = to === from ? 1 : to - from;
  return (value: number) => Math.round((low + ((value - from) / wide) * (high - low)) * 10) / 10;
}

/** Round numbers from below the least to above the greatest, about so many. */
function ticks(least: number, greatest: number, about: number): number[] {
  const rough = (greatest - least || Math.abs(greatest) || 1) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough)!;
  const first = Math.floor(least / step);
  const last = Math.max(Math.ceil(greatest / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** Years, or months where all lies within little more than one. */
function timeTicks([from, to]: readonly [number, number]): { at: number; label: string }[] {
  if (to - from > 1.5) {
    const step = Math.ceil((to - from) / 6);
    const first = Math.ceil(from);
    return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, index) => first + index * step).map(
      (at) => ({
        at,
        label: String(at),
      }),
    );
  }
  const first = Math.ceil(from * 12 - 1e-9);
  const step = Math.ceil((to - from) * 2) || 1;
  const months: { at: number; label: string }[] = [];
  for (let month = first; month <= to * 12 + 1e-9; month += step) {
    months.push({ at: month / 12, label: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}` });
  }
  return months;
}
