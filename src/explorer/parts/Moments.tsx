import { Say, useWords } from "./Say.js";

/** A date as it is written in data; its parts keep their order among words from right to left. */
export function Day({ date }: { readonly date: string }) {
  return <time dir="ltr">{date}</time>;
}

/** A moment of this database's time, to the minute. */
export function At({ moment }: { readonly moment: string }) {
  return <time dateTime={moment} dir="ltr">{`${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC`}</time>;
}

interface Validity {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** From when to when something holds in the world, as far as the sources say. */
export function ValidTime({ validFrom, validTo }: Validity) {
  const { say } = useWords();
  if (validFrom === null && validTo === null) return <span class="faint">{say("validNotSaid")}</span>;
  const [from, to] = [validFrom, validTo].map((date) => date !== null && <Day date={date} />);
  if (validFrom === validTo) return <Say word="validIn" values={{ date: from }} />;
  if (validTo === null) return <Say word="validFrom" values={{ date: from }} />;
  if (validFrom === null) return <Say word="validTo" values={{ date: to }} />;
  return <Say word="validFromTo" values={{ from, to }} />;
}
