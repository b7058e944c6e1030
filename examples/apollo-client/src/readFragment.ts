import type { ApolloClient, FragmentType, MaybeMasked, TypedDocumentNode } from "@apollo/client";

/** What a fragment has of an object, and nothing else: the part of the answer for which its writer has asked. With React, `useFragment` does this. */
export function readFragment<Data>(
  client: ApolloClient,
  fragment: TypedDocumentNode<Data, unknown>,
  fragmentName: string,
  from: FragmentType<Data>,
): MaybeMasked<Data> {
  const result = client.watchFragment({ fragment, fragmentName, from }).getCurrentResult();
  if (!result.complete) throw new Error(`The cache has not all of ${fragmentName}.`);
  return result.data as MaybeMasked<Data>;
}
