import type { ReactNode } from "react";

/** For the side bar, which gives its icons their size. */
export function ExamplesIcon() {
  return (
    <svg className="sanad-sidebar-icon" viewBox="0 0 24 24" strokeWidth="1.7" aria-hidden="true">
      <rect x="4" y="2.5" width="16" height="19" rx="2.5" />
      <path d="M8 8h8M8 12h8M8 16h5" />
    </svg>
  );
}

export function LinkIcon() {
  return icon(
    <>
      <path d="M10 14a4 4 0 0 0 5.7 0l3.6-3.6a4 4 0 0 0-5.7-5.7l-1.3 1.3" />
      <path d="M14 10a4 4 0 0 0-5.7 0l-3.6 3.6a4 4 0 0 0 5.7 5.7l1.3-1.3" />
    </>,
  );
}

export function TerminalIcon() {
  return icon(<path d="m4 6 6 6-6 6M12 19h8" />);
}

export function DownloadIcon() {
  return icon(<path d="M12 3v12m-5-5 5 5 5-5M4 20h16" />);
}

export function CheckIcon() {
  return icon(<path d="m5 13 5 5 9-12" />);
}

function icon(shapes: ReactNode) {
  return (
    <svg
      className="graphiql-toolbar-icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      {shapes}
    </svg>
  );
}
