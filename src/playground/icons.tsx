import type { ReactNode } from "react";

export function ExamplesIcon() {
  return icon(
    <>
      <rect x="5" y="3" width="14" height="18" rx="2" />
      <path d="M9 8h6M9 12h6M9 16h3" />
    </>,
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
