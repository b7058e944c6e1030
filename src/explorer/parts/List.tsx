import { Fragment, type ComponentChildren } from "preact";
import { useWords } from "./Say.js";

/** Things in a sentence: `a, b and c` in the visit's language. */
export function List({ items }: { readonly items: readonly ComponentChildren[] }) {
  const { language } = useWords();
  const parts = new Intl.ListFormat(language).formatToParts(items.map((_, index) => String(index)));
  return (
    <>
      {parts.map(({ type, value }, index) => (
        <Fragment key={index}>{type === "element" ? items[Number(value)] : value}</Fragment>
      ))}
    </>
  );
}
