import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useEffect, useRef } from "react";

/** Chooses, once the editor has read the linked document, the operation that the link names. */
export function OperationFromLink({ name }: { name: string | null }) {
  const operations = useGraphiQL((state) => state.operations);
  const { setOperationName } = useGraphiQLActions();
  const done = useRef(false);
  useEffect(() => {
    if (done.current || !operations) return;
    done.current = true;
    if (operations.some((operation) => operation.name?.value === name)) setOperationName(name!);
  }, [name, operations, setOperationName]);
  return null;
}
