import type { Ontology } from "../ontology/ontology.js";
import type { Store } from "../store/port.js";
import { Levels } from "./levels.js";
import { Loaders } from "./loaders.js";

/** Who is asking. */
export interface ViewerIdentity {
  readonly name: string | null;
  readonly roles: readonly ("reader" | "curator" | "admin")[];
}

/** What a request's resolvers share, and no other request. */
export interface Context {
  readonly ontology: Ontology;
  readonly levels: Levels;
  readonly loaders: Loaders;
  readonly viewer: ViewerIdentity;
}

/** Whoever gives no token may read. */
export const ANONYMOUS: ViewerIdentity = { name: null, roles: ["reader"] };

/** Makes a request's context. */
export function createContext(store: Store, ontology: Ontology, viewer: ViewerIdentity = ANONYMOUS): Context {
  const levels = new Levels(store);
  return { ontology, levels, loaders: new Loaders(ontology, levels), viewer };
}
