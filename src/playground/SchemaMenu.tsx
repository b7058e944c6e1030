import { ToolbarButton, ToolbarMenu } from "@graphiql/react";
import { DownloadIcon } from "./icons.js";

const files = [
  { name: "schema.graphql", label: "Schema in SDL" },
  { name: "schema.json", label: "Introspection result in JSON" },
];

/** Downloads the schema, in the two forms that tools read. */
export function SchemaMenu() {
  return (
    <ToolbarMenu
      button={
        <ToolbarButton label="Download the schema">
          <DownloadIcon />
        </ToolbarButton>
      }
    >
      {files.map(({ name, label }) => (
        <ToolbarMenu.Item key={name} onSelect={() => download(name)}>
          {label}
        </ToolbarMenu.Item>
      ))}
    </ToolbarMenu>
  );
}

function download(name: string): void {
  const link = document.createElement("a");
  link.href = `/${name}`;
  link.download = name;
  link.click();
}
