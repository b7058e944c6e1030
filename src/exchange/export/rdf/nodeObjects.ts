import type { Literal, Quad, Term as RdfTerm } from "n3";
import { prefixes, TERMS } from "./jsonLdContext.js";
import { term } from "./terms.js";

/** A node of JSON-LD: its `@id`, its `@type`, and what is said of it. */
export interface NodeObject {
  readonly "@id": string;
  [key: string]: unknown;
}

/** Writes quads in the names of {@link TERMS}. */
export class NodeObjects {
  private readonly prefixes: readonly (readonly [prefix: string, iri: string])[];
  private readonly terms = new Map<string, string>();

  constructor(private readonly base: string) {
    const known = prefixes(base);
    // the longest first: `predicates:` before `sanad:`
    this.prefixes = Object.entries(known).sort(([, a], [, b]) => b.length - a.length);
    for (const [name, { id }] of Object.entries(TERMS)) {
      const [prefix, local] = id.split(":") as [string, string];
      this.terms.set(known[prefix]! + local, name);
    }
  }

  /**
   * The nodes of one graph, in the order in which they are spoken of. One whose address is a part of `whole`'s and to which another leads
   * stands within that one.
   */
  ofGraph(quads: readonly Quad[], whole: string): readonly NodeObject[] {
    const nodes = new Map<string, NodeObject>();
    for (const { subject } of quads) {
      if (!nodes.has(subject.value)) nodes.set(subject.value, { "@id": this.idOf(subject.value) });
    }
    const within = new Set<string>();
    for (const { subject, predicate, object } of quads) {
      const node = nodes.get(subject.value)!;
      if (predicate.equals(term("rdf:type"))) {
        put(node, "@type", this.nameOf(object.value));
        continue;
      }
      const name = this.nameOf(predicate.value);
      if (object.termType === "Literal") {
        this.putLiteral(node, name, object);
        continue;
      }
      const inner = nodes.get(object.value);
      const nests = inner && inner !== node && object.value.startsWith(`${whole}#`) && !within.has(object.value);
      if (nests) within.add(object.value);
      put(node, name, nests ? inner : this.reference(name, object));
    }
    return [...nodes].flatMap(([iri, node]) => (within.has(iri) ? [] : [node]));
  }

  /** An address: beneath the base as it stands relative to it, elsewhere by a prefix or as it is. */
  idOf(iri: string): string {
    return iri.startsWith(this.base) ? iri.slice(this.base.length) : this.prefixed(iri);
  }

  /** A predicate or a type: by its name here, else by a prefix or as it is. */
  private nameOf(iri: string): string {
    return this.terms.get(iri) ?? this.prefixed(iri);
  }

  private prefixed(iri: string): string {
    for (const [prefix, start] of this.prefixes) {
      if (!iri.startsWith(start)) continue;
      const local = iri.slice(start.length);
      if (/^[\w-]+(\/[\w-]+)?$/u.test(local)) return `${prefix}:${local}`;
    }
    return iri;
  }

  private reference(name: string, { value }: RdfTerm): unknown {
    const id = this.idOf(value);
    return TERMS[name]?.type === "@id" ? id : { "@id": id };
  }

  private putLiteral(node: NodeObject, name: string, literal: Literal): void {
    const { value, language, datatype } = literal;
    const meant = TERMS[name];
    if (meant?.byLanguage) {
      const texts = (node[name] ??= {}) as Record<string, unknown>;
      put(texts, language || "@none", value);
      return;
    }
    const type = this.nameOf(datatype.value);
    if (language !== "") put(node, name, { "@value": value, "@language": language });
    else if (type === "xsd:nonNegativeInteger" && meant?.type === type) put(node, name, Number(value));
    else if (type === (meant?.type ?? "xsd:string")) put(node, name, value);
    else put(node, name, type === "xsd:string" ? { "@value": value } : { "@value": value, "@type": type });
  }
}

/** One value stands alone, several in a list. */
function put(into: Record<string, unknown>, name: string, value: unknown): void {
  const there = into[name];
  if (there === undefined) into[name] = value;
  else if (Array.isArray(there)) there.push(value);
  else into[name] = [there, value];
}
