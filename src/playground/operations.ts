import {
  Kind,
  type OperationTypeNode,
  parse,
  TokenKind,
  visit,
  type DefinitionNode,
  type FragmentDefinitionNode,
  type Token,
} from "graphql";

/** An operation that stands by itself: its comment, its own text and the fragments that it uses. */
export interface Operation {
  name: string;
  type: OperationTypeNode;
  description: string;
  text: string;
}

/**
 * The operations of GraphQL documents that share their fragments, in the order of the documents.
 * A fragment that none of them has is taken from the documents that are shared.
 */
export function readOperations(documents: readonly string[], shared: readonly string[] = []): Operation[] {
  const definitions = documents.flatMap(definitionsOf);
  const fragments = [...shared.flatMap(definitionsOf), ...definitions].filter(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  return definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION || !definition.name) return [];
    const used = fragmentsOf(definition, byName);
    return {
      name: definition.name.value,
      type: definition.operation,
      description: leadingComment(definition)
        .map((comment) => comment.value.trim())
        .join(" "),
      text: [definition, ...used].map(source).join("\n\n") + "\n",
    };
  });
}

function definitionsOf(document: string): readonly DefinitionNode[] {
  return parse(document).definitions;
}

/** The fragments that a definition spreads, directly or through others, each once, in the order of their first use. */
function fragmentsOf(
  definition: DefinitionNode,
  byName: ReadonlyMap<string, FragmentDefinitionNode>,
  found = new Set<FragmentDefinitionNode>(),
): Set<FragmentDefinitionNode> {
  visit(definition, {
    FragmentSpread({ name }) {
      const fragment = byName.get(name.value);
      if (!fragment) throw new Error(`No document defines the fragment ${name.value}.`);
      if (found.has(fragment)) return;
      found.add(fragment);
      fragmentsOf(fragment, byName, found);
    },
  });
  return found;
}

/** The definition as it is written, with the comment that stands directly above it. */
function source(definition: DefinitionNode): string {
  const { source, end, start } = definition.loc!;
  return source.body.slice(leadingComment(definition)[0]?.start ?? start, end);
}

/** The comment lines directly above a definition; a blank line parts them from whatever else stands before. */
function leadingComment(definition: DefinitionNode): Token[] {
  const lines: Token[] = [];
  let token = definition.loc!.startToken;
  while (token.prev?.kind === TokenKind.COMMENT && token.prev.line === token.line - 1) {
    token = token.prev;
    lines.unshift(token);
  }
  return lines;
}
