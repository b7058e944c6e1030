import { Say } from "./Say.js";

interface Props {
  readonly from: string | null;
  readonly to: string | null;
}

/** When a claim holds in the world, in the precision that the sources have; nothing where they don't say. */
export function ValidTime({ from, to }: Props) {
  if (from === null && to === null) return null;
  const at = (date: string) => <time dateTime={date}>{date}</time>;
  return (
    <span>
      {from === null ? (
        <Say word="until" values={{ date: at(to!) }} />
      ) : to === null ? (
        <Say word="since" values={{ date: at(from) }} />
      ) : from === to ? (
        at(from)
      ) : (
        <Say word="fromTo" values={{ from: at(from), to: at(to) }} />
      )}
    </span>
  );
}
