import type { View } from "../page.js";
import { useWords } from "../parts/Say.js";
import type { Visit } from "../visit.js";
import { say } from "../words.js";

/** What is shown where there is nothing: what was asked for, and a way to look for it. */
export function notFound({ language }: Visit, sought: string | null): View {
  return { title: say(language, "notFound"), main: <NotFound sought={sought} />, status: 404, noindex: true };
}

function NotFound({ sought }: { readonly sought: string | null }) {
  const { say } = useWords();
  return (
    <>
      <h1>{say("notFound")}</h1>
      {sought !== null && <SearchFor sought={sought} />}
    </>
  );
}

function SearchFor({ sought }: { readonly sought: string }) {
  const { say } = useWords();
  return (
    <form action="/" method="get" role="search" aria-label={say("search")} class="search-for">
      <input type="search" name="q" value={sought} aria-label={say("searchBox")} />
      <button type="submit">{say("search")}</button>
    </form>
  );
}
