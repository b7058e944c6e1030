import { layered, type LayeredOptions } from "../layout/layered.js";
import { textWidth } from "../layout/textWidth.js";
import { wrapLabel } from "../layout/wrapLabel.js";
import { directionOf } from "../words.js";

/** A box: a name, in its language, and a word on what it is. */
export interface DrawnBox {
  readonly id: string;
  readonly name: string;
  readonly language: string | null;
  readonly below: string;
  readonly href: string;
  /** For the style: `speaker`, `origin`. */
  readonly class: string;
}

/** A line between boxes: what it means, and where that is shown, if anywhere. */
export interface DrawnLine {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly href: string | null;
}

interface Props {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly boxes: readonly DrawnBox[];
  readonly lines: readonly DrawnLine[];
  readonly options: LayeredOptions;
}

const NAME = { size: 13.5, width: 165, lines: 5, height: 18 };
const BELOW = { size: 11.5, height: 16 };
const LABEL = { size: 11.5, height: 18 };
const PADDING = { x: 14, y: 9 };

/** Boxes and lines as an SVG of real text and links, laid out here. */
export function LayeredDrawing({ id, title, boxes, lines, options }: Props) {
  const named = boxes.map((box) => {
    const wrapped = wrapLabel(box.name, NAME);
    const widths = [...wrapped.map((line) => textWidth(line, NAME.size) * 1.03), textWidth(box.below, BELOW.size)];
    return {
      ...{ box, wrapped, id: box.id },
      width: Math.ceil(Math.max(...widths)) + 2 * PADDING.x,
      height: wrapped.length * NAME.height + BELOW.height + 2 * PADDING.y,
    };
  });
  const labelled = lines.map((line) => ({
    ...line,
    label: { text: line.label, width: Math.ceil(textWidth(line.label, LABEL.size)) + 12, height: LABEL.height },
  }));
  const drawn = layered(named, labelled, options);
  return (
    <svg
      class="chain-drawing"
      viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      width={drawn.width}
      height={drawn.height}
      role="group"
      aria-label={title}
    >
      <defs>
        <marker id={`${id}-end`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path class="line-end" d="M0 0.5 8 4 0 7.5z" />
        </marker>
      </defs>
      {labelled.map((line) => (
        <path
          key={line.id}
          class="line"
          d={drawn.lines.get(line.id)!.path}
          fill="none"
          marker-end={`url(#${id}-end)`}
        />
      ))}
      {labelled.map((line) => (
        <LineLabel key={line.id} line={line} at={drawn.lines.get(line.id)!.label} />
      ))}
      {named.map(({ box, wrapped, width, height }) => {
        const { x, y } = drawn.boxes.get(box.id)!;
        const top = y - height / 2 + PADDING.y;
        return (
          <a key={box.id} href={box.href} class={`box ${box.class}`}>
            <rect x={tenth(x - width / 2)} y={tenth(y - height / 2)} width={width} height={height} rx="7" />
            <text
              class="name"
              text-anchor="middle"
              font-size={NAME.size}
              {...(box.language !== null && { lang: box.language, direction: directionOf(box.language) })}
            >
              {wrapped.map((line, index) => (
                <tspan key={index} x={x} y={tenth(top + (index + 0.75) * NAME.height)}>
                  {index > 0 ? ` ${line}` : line}
                </tspan>
              ))}
            </text>
            <text
              class="below"
              text-anchor="middle"
              font-size={BELOW.size}
              x={x}
              y={tenth(top + wrapped.length * NAME.height + BELOW.height * 0.8)}
            >
              {" "}
              {box.below}
            </text>
          </a>
        );
      })}
    </svg>
  );
}

interface LabelProps {
  readonly line: {
    readonly label: { readonly text: string; readonly width: number; readonly height: number };
    readonly href: string | null;
  };
  readonly at: { readonly x: number; readonly y: number };
}

function LineLabel({ line: { label, href }, at }: LabelProps) {
  const drawn = (
    <>
      <rect
        class="ground"
        x={tenth(at.x - label.width / 2)}
        y={tenth(at.y - label.height / 2)}
        width={label.width}
        height={label.height}
      />
      <text text-anchor="middle" font-size={LABEL.size} x={at.x} y={tenth(at.y + LABEL.size * 0.35)}>
        {label.text}
      </text>
    </>
  );
  return href === null ? (
    <g class="line-label">{drawn}</g>
  ) : (
    <a class="line-label" href={href}>
      {drawn}
    </a>
  );
}

function tenth(number: number): number {
  return Math.round(number * 10) / 10;
}
