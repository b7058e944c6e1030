import { Window } from "happy-dom";

// A page without a browser: React looks for one as soon as it is loaded, so it is loaded afterwards.
const window = new Window();
Object.assign(globalThis, { window, document: window.document });
const { createRoot } = await import("react-dom/client");
const { App } = await import("./App");
const { createEnvironment } = await import("./environment");

const page = document.createElement("div");
createRoot(page, {
  onUncaughtError(error) {
    console.error(error);
    process.exit(1);
  },
}).render(<App environment={createEnvironment(process.env["SANAD_URL"] ?? "http://127.0.0.1:4000/graphql")} />);

// What a reader would do: press the buttons "More …" until there is no more.
const shown = () => page.querySelectorAll("article, li").length;
await until(() => shown() > 0);
let requests = 1;
for (let button; (button = page.querySelector("button")); requests++) {
  const before = shown();
  button.click();
  await until(() => shown() > before);
}

for (const element of page.querySelectorAll("main > p, h1, h2, blockquote, small, li > p, cite")) {
  console.log(lineOf(element));
}
console.log(`\nRequests: ${requests}`);

/** Waits until the page is as is wanted. */
function until(isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const observer = new window.MutationObserver(look);
    observer.observe(page as never, { childList: true, subtree: true });
    look();
    function look() {
      if (!isSo()) return;
      observer.disconnect();
      resolve();
    }
  });
}

/** An element as a line of text. */
function lineOf(element: Element): string {
  const text = element.textContent;
  const address = element.querySelector("a")?.href;
  switch (element.tagName) {
    case "H1":
      return `\n${text}`;
    case "H2":
      return `\n  ${text}`;
    case "BLOCKQUOTE":
      return `    “${text}”`;
    case "CITE":
      return `    — ${text}${address ? `, ${address}` : ""}`;
    default:
      return `    ${text}`;
  }
}
