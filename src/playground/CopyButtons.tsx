import { ToolbarButton, useGraphiQL } from "@graphiql/react";
import { useState, type ReactNode } from "react";
import { CheckIcon, LinkIcon, TerminalIcon } from "./icons.js";
import { writeCurl, writeLink, type Link } from "./link.js";

interface Content {
  link: Link;
  headers: string;
}

export function CopyLinkButton() {
  return (
    <CopyButton
      label="Copy a link to this tab"
      icon={<LinkIcon />}
      write={({ link }) => writeLink(location.origin, link)}
    />
  );
}

export function CopyCurlButton() {
  return (
    <CopyButton
      label="Copy as cURL"
      icon={<TerminalIcon />}
      write={({ link, headers }) =>
        writeCurl(location.origin, link, headers.trim() ? (JSON.parse(headers) as Record<string, unknown>) : {})
      }
    />
  );
}

/** Puts what it writes of the open tab on the clipboard, and says so, also to those who do not see the tick. */
function CopyButton({ label, icon, write }: { label: string; icon: ReactNode; write: (content: Content) => string }) {
  const [said, setSaid] = useState("");
  const content = useContent();
  async function copy() {
    try {
      await navigator.clipboard.writeText(write(content()));
      setSaid("Copied");
    } catch {
      setSaid("Could not be copied");
    }
    setTimeout(() => setSaid(""), 2000);
  }
  return (
    <>
      <ToolbarButton label={said || label} onClick={() => void copy()}>
        {said === "Copied" ? <CheckIcon /> : icon}
      </ToolbarButton>
      <span role="status" className="sanad-only-heard">
        {said}
      </span>
    </>
  );
}

function useContent(): () => Content {
  const { queryEditor, variableEditor, headerEditor, operationName } = useGraphiQL(
    ({ queryEditor, variableEditor, headerEditor, operationName }) => ({
      queryEditor,
      variableEditor,
      headerEditor,
      operationName,
    }),
  );
  return () => ({
    link: {
      query: queryEditor?.getValue() ?? "",
      variables: variableEditor?.getValue() ?? "",
      operationName: operationName ?? null,
    },
    headers: headerEditor?.getValue() ?? "",
  });
}
