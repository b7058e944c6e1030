import type { ComponentChildren } from "preact";
import { OPEN_SEARCH_TYPE } from "../openSearch.js";
import type { View } from "../page.js";
import { hereWith, isCurator, linkTo, useVisit } from "../visit.js";
import { directionOf } from "../words.js";
import { ThemeIcon } from "./icons.js";
import { Say, useWords } from "./Say.js";
import { SignedIn } from "./SignedIn.js";

/** A file that is offered beside a page. */
export interface Alternate {
  readonly name: string;
  readonly mediaType: string;
  readonly href: string;
}

interface Props {
  readonly view: View;
  /** Where the page's own operation opens in the playground; null where it has none. */
  readonly playground: string | null;
  readonly alternates: readonly Alternate[];
}

/** The document around every page. */
export function Frame({ view, playground, alternates }: Props) {
  const visit = useVisit();
  const { say, language } = useWords();
  return (
    <html lang={language} dir={directionOf(language)} {...(visit.theme && { "data-theme": visit.theme })}>
      <head>
        <meta charset="utf-8" />
        <title>{view.title === "Sanad" ? "Sanad" : `${view.title} · Sanad`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {view.noindex && <meta name="robots" content="noindex" />}
        <link rel="icon" type="image/svg+xml" href={visit.assets.icon} />
        <link rel="stylesheet" href={visit.assets.style} />
        {(view.forms || isCurator(visit.viewer)) && <link rel="stylesheet" href={visit.assets.curateStyle} />}
        {alternates.map(({ name, mediaType, href }) => (
          <link key={name} rel="alternate" type={mediaType} title={name} href={href} />
        ))}
        <link rel="search" type={OPEN_SEARCH_TYPE} title="Sanad" href="/opensearch.xml" />
        <script type="module" src={visit.assets.script} />
        {isCurator(visit.viewer) && <script type="module" src={visit.assets.curateScript} />}
      </head>
      <body data-suggested={say("suggested")}>
        <a class="skip" href="#main">
          {say("skip")}
        </a>
        <Header section={view.section} ownSearch={view.ownSearch} />
        <Moment />
        <main id="main" tabIndex={-1}>
          {view.main}
        </main>
        <footer>
          {playground !== null && (
            <a href={playground} data-key="p">
              {say("openInPlayground")}
            </a>
          )}
          {alternates.map(({ name, href }) => (
            <a key={name} href={href}>
              {name}
            </a>
          ))}
          <button type="button" class="plain" data-shows="keys" data-needs-script hidden>
            {say("shortcuts")} <kbd>?</kbd>
          </button>
          <p id="said" role="status" data-copied={say("copied")} data-not-copied={say("notCopied")} />
        </footer>
        <Keys />
        {isCurator(visit.viewer) && <OfSelection />}
      </body>
    </html>
  );
}

/** Appears beside words that are selected in a source's text. */
function OfSelection() {
  const { path } = useVisit();
  const { say } = useWords();
  const fills = path === "/claim" || path.startsWith("/c/");
  return (
    <a id="of-selection" class="button main" href="/claim" data-key="m" hidden>
      {say(fills ? "quoteThese" : "claimOfThese")}
    </a>
  );
}

function Header({ section, ownSearch }: Pick<View, "section" | "ownSearch">) {
  const visit = useVisit();
  const { say } = useWords();
  const current = (name: View["section"]) => (section === name ? ({ "aria-current": "page" } as const) : {});
  return (
    <header>
      <a class="home" href={linkTo(visit, "/")} aria-label={say("home")}>
        <span class="wordmark" aria-hidden="true" /> Sanad
      </a>
      {!ownSearch && <SearchForm />}
      <nav aria-label={say("navigation")}>
        <a href={linkTo(visit, "/conflicts")} {...current("conflicts")}>
          {say("conflicts")}
        </a>
        <a href={linkTo(visit, "/graph")} {...current("graph")}>
          {say("graph")}
        </a>
        <a href="/graphql">{say("playground")}</a>
      </nav>
      <SignedIn />
      <ThemeChoice />
    </header>
  );
}

/** Which single keys a page has; those of its links and buttons are told by the browser, which also keeps whether they are wanted. */
function Keys() {
  const { say } = useWords();
  return (
    <dialog id="keys" aria-labelledby="keys-title">
      <form method="dialog">
        <h2 id="keys-title">{say("shortcuts")}</h2>
        <dl>
          <div>
            <dt>
              <kbd>/</kbd>
            </dt>
            <dd>{say("search")}</dd>
          </div>
          <div data-along="[data-row]">
            <dt>
              <kbd>j</kbd> <kbd>k</kbd>
            </dt>
            <dd>{say("nextAndPrevious")}</dd>
          </div>
          <div data-along="[data-quote]">
            <dt>
              <kbd>]</kbd> <kbd>[</kbd>
            </dt>
            <dd>{say("nextAndPreviousQuote")}</dd>
          </div>
        </dl>
        <label>
          <input type="checkbox" /> {say("keysAreOn")}
        </label>
        <button>{say("close")}</button>
      </form>
    </dialog>
  );
}

/** The way to the search, from every page. */
export function SearchForm() {
  const visit = useVisit();
  const { say } = useWords();
  return (
    <form class="search" role="search" action="/" method="get">
      <input
        type="search"
        name="q"
        data-suggest
        aria-label={say("searchBox")}
        placeholder={say("searchBox")}
        value={visit.search.get("q") ?? ""}
      />
      <Carried />
      <button class="only-heard" type="submit">
        {say("search")}
      </button>
    </form>
  );
}

/** The moment and the language of a visit, for a form that leads to another page. */
export function Carried() {
  const { search } = useVisit();
  return (
    <>
      {["validAt", "knownAt", "ui"].map((name) => {
        const value = search.get(name);
        return value ? <input key={name} type="hidden" name={name} value={value} /> : null;
      })}
    </>
  );
}

/** The choice is kept in a cookie, so that the server knows it and nothing flashes. */
function ThemeChoice() {
  const visit = useVisit();
  const { say } = useWords();
  const choices = [
    ["system", "system"],
    ["light", "light"],
    ["dark", "dark"],
  ] as const;
  return (
    <details class="menu theme">
      <summary aria-label={say("lightOrDark")}>
        <ThemeIcon />
      </summary>
      <form method="post" action="/theme">
        <input type="hidden" name="back" value={hereWith(visit, {})} />
        {choices.map(([theme, word]) => (
          <button key={theme} name="theme" value={theme} aria-pressed={(visit.theme ?? "system") === theme}>
            {say(word)}
          </button>
        ))}
      </form>
    </details>
  );
}

/** Says as of when a page is, where that is not now. */
function Moment() {
  const visit = useVisit();
  const { say } = useWords();
  const validAt = visit.search.get("validAt");
  const knownAt = visit.search.get("knownAt");
  if (!validAt && !knownAt) return null;
  const bar: ComponentChildren[] = [];
  if (knownAt) bar.push(<Say word="asOfKnown" values={{ date: <time>{knownAt}</time> }} />);
  if (validAt) bar.push(<Say word="asOfValid" values={{ date: <time>{validAt}</time> }} />);
  return (
    <p class="moment">
      {bar.map((part, index) => (
        <span key={index}>{part}</span>
      ))}
      <a href={hereWith(visit, { validAt: null, knownAt: null })}>{say("backToNow")}</a>
    </p>
  );
}
