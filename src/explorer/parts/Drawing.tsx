import type { JSX } from "preact";
import { network, type Flow, type Network } from "../layout/network.js";
import type { GraphEntityFragment } from "../queries/generated/graphql.js";
import { hereWith, linkTo, useVisit } from "../visit.js";
import { directionOf } from "../words.js";
import { apartWith, BOLT, boxOf, NAME, SMALL, type DrawnBox, type DrawnClaims } from "./drawn.js";
import { useWords } from "./Say.js";

interface Props {
  readonly title: string;
  readonly entities: readonly GraphEntityFragment[];
  readonly lines: readonly DrawnClaims[];
  /** Which entity is in the middle, if one is. */
  readonly focus: string | null;
  readonly flow: Flow;
  /** A drawing that stands alone has its looks in itself, and links to whole addresses. */
  readonly alone?: boolean;
}

/** Claims as lines between boxes. Each box leads to its entity, what stands on a line to its claim. */
export function Drawing({ title, entities, lines, focus, flow, alone = false }: Props) {
  const boxes = entities.map(boxOf);
  const { width, height, ...places } = network(
    boxes.map(({ id, width, height }) => ({ id, width, height })),
    lines.map(({ id, from, to, label }) => ({ id, from, to, label })),
    flow,
  );
  const titleId = `drawing-${flow.toLowerCase()}-${focus ?? entities.map(({ id }) => id).join("-")}`;
  const shared = { places, alone };
  return (
    <svg
      class={`drawing ${flow === "TB" ? "downwards" : "sideways"}`}
      {...(alone && { xmlns: "http://www.w3.org/2000/svg" })}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-labelledby={titleId}
      {...(alone && { "font-family": "Inter, 'Noto Sans Arabic', system-ui, sans-serif" })}
    >
      <title id={titleId}>{title}</title>
      {alone && <rect width={width} height={height} fill="#fff" />}
      {lines.map((line) => (
        <LineOf key={line.id} line={line} {...shared} />
      ))}
      {lines.map((line) => (
        <LabelOf key={line.id} line={line} {...shared} />
      ))}
      {boxes.map((box) => (
        <BoxOf key={box.id} box={box} isFocus={box.id === focus} {...shared} />
      ))}
    </svg>
  );
}

interface Shared {
  readonly places: Pick<Network, "boxes" | "lines">;
  readonly alone: boolean;
}

/** How lines of claims are broken, so that they can be told without colours. */
export const DASHES = { ACTUAL: undefined, PLANNED: "7 4", ESTIMATED: "2 3", OPINION: "8 3 2 3" } as const;

/** The looks of a drawing that stands alone; in a page the style sheet has them. */
const INK = {
  ink: "#1c1f21",
  faint: "#595f63",
  line: "#73797d",
  link: "#0b5566",
  against: "#9c1c1c",
  person: "#7a4a00",
};

function LineOf({ line, places, alone }: Shared & { readonly line: DrawnClaims }) {
  const { path, head } = places.lines.get(line.id)!;
  const colour = line.isContradicted ? INK.against : INK.line;
  return (
    <g class={line.isContradicted ? "line contradicted" : "line"}>
      <path
        d={path}
        fill="none"
        stroke-width={line.claims.length > 1 ? 3 : 1.5}
        stroke-dasharray={line.modality === null ? undefined : DASHES[line.modality]}
        {...(alone && { stroke: colour })}
      />
      <path d={head} {...(alone && { fill: colour })} />
    </g>
  );
}

function LabelOf({ line, places, alone }: Shared & { readonly line: DrawnClaims }) {
  const visit = useVisit();
  const { say, count } = useWords();
  const { claims, words, isContradicted, label } = line;
  const { x, y } = places.lines.get(line.id)!.label;
  const [claim] = claims as [DrawnClaims["claims"][number]];
  const isOne = claims.length === 1;
  const href = isOne ? linkTo(visit, `/c/${claim.id}`) : hereWith(visit, { apart: apartWith(visit.search, line.id) });
  const told = [isOne ? claim.statement : `${words.join(" ")}, ${say("takeApart")}`];
  if (isContradicted) told.push(say("contradicted"));
  const colour = isContradicted ? INK.against : INK.link;
  const left = x - label.width / 2;
  return (
    <a
      href={alone ? new URL(href, visit.base).href : href}
      class={isContradicted ? "label contradicted" : "label"}
      aria-label={told.join(", ")}
      data-from={line.from}
      data-to={line.to}
    >
      {isOne && (
        <title>{`${claim.statement} (${count("citations", claim.support.citations)}, ${count("origins", claim.support.origins)})`}</title>
      )}
      <rect
        x={left}
        y={y - label.height / 2}
        width={label.width}
        height={label.height}
        rx={4}
        {...(alone && { fill: "#fff" })}
      />
      {isContradicted && (
        <path
          transform={`translate(${left + 3} ${y - 7}) scale(0.875)`}
          d="M9 1.5 3.5 9H8l-1 5.5L12.5 7H8z"
          class="bolt"
          {...(alone && { fill: colour })}
        />
      )}
      <Lines
        lines={words}
        x={x + (isContradicted ? BOLT / 2 : 0)}
        y={y}
        step={SMALL.line}
        size={SMALL.size}
        weight={500}
        language={visit.language}
        colour={alone ? colour : null}
      />
    </a>
  );
}

function BoxOf({ box, isFocus, places, alone }: Shared & { readonly box: DrawnBox; readonly isFocus: boolean }) {
  const visit = useVisit();
  const { x, y } = places.boxes.get(box.id)!;
  const href = linkTo(visit, `/e/${box.id}`);
  const names = box.lines.length * NAME.line;
  const top = y - (names + SMALL.line) / 2;
  return (
    <a
      href={alone ? new URL(href, visit.base).href : href}
      class={isFocus ? "box focus" : "box"}
      aria-label={`${box.name}, ${box.kind}`}
      data-id={box.id}
      data-focus={alone ? undefined : linkTo(visit, "/graph", { focus: box.id })}
    >
      <rect
        x={x - box.width / 2}
        y={y - box.height / 2}
        width={box.width}
        height={box.height}
        rx={8}
        {...(alone && { fill: "#fff", stroke: isFocus ? INK.person : INK.line, "stroke-width": isFocus ? 2.5 : 1.2 })}
      />
      <Lines
        lines={box.lines}
        x={x}
        y={top + names / 2}
        step={NAME.line}
        size={NAME.size}
        weight={isFocus ? 600 : 500}
        language={box.language ?? visit.language}
        colour={alone ? INK.ink : null}
      />
      <Lines
        class="kind"
        lines={[box.kind]}
        x={x}
        y={top + names + SMALL.line / 2}
        step={SMALL.line}
        size={SMALL.size}
        weight={400}
        language={visit.language}
        colour={alone ? INK.faint : null}
      />
    </a>
  );
}

interface LinesProps {
  readonly class?: string;
  readonly lines: readonly string[];
  /** Their middle. */
  readonly x: number;
  readonly y: number;
  readonly step: number;
  readonly size: number;
  readonly weight: number;
  readonly language: string;
  readonly colour: string | null;
}

/** Lines of text around a middle, in the direction of their language. */
function Lines({ lines, x, y, step, size, weight, language, colour, ...more }: LinesProps): JSX.Element {
  const direction = directionOf(language);
  return (
    <text
      {...more}
      lang={language}
      {...(direction === "rtl" && { direction })}
      text-anchor="middle"
      font-size={size}
      font-weight={weight}
      {...(colour !== null && { fill: colour })}
    >
      {lines.map((line, index) => (
        <tspan key={index} x={x} y={y + (index - (lines.length - 1) / 2) * step + size * 0.36}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
