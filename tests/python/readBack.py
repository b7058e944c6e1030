"""Reads the files of exports with the programs of their fields, and says what they find, as JSON.

    python readBack.py FOLDER ...

Each folder holds the same claims as all.nq, all.trig, all.jsonld and all.graphml, and in texts.json the texts of their sources by their hashes.
Nothing is fetched.
"""

import json
import logging
import sys
import warnings
from pathlib import Path

import networkx
from nanopub import Nanopub
from pyshacl import validate
from rdflib import PROV, RDF, BNode, Dataset, Graph, Namespace
from rdflib.graph import ConjunctiveGraph

warnings.simplefilter("ignore", DeprecationWarning)

NP = Namespace("http://www.nanopub.org/nschema#")
OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("https://schema.org/")
SH = Namespace("http://www.w3.org/ns/shacl#")
FORMATS = {"all.nq": "nquads", "all.trig": "trig", "all.jsonld": "json-ld"}
SHAPES = Graph().parse(Path(__file__).parent / "shapes.ttl")


def main() -> None:
    complaints = Complaints()
    logging.getLogger("rdflib").addHandler(complaints)
    found = {folder: read_folder(Path(folder)) for folder in sys.argv[1:]}
    print(json.dumps({"folders": found, "complaints": complaints.said}))


class Complaints(logging.Handler):
    """What rdflib has to say of IRIs and literals while it reads."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.said = []

    def emit(self, record):
        self.said.append(record.getMessage())


def read_folder(folder: Path) -> dict:
    quads = {name: read_quads(folder / name, form) for name, form in FORMATS.items()}
    graphs = {}
    for s, p, o, graph in quads["all.nq"]:
        graphs.setdefault(graph, []).append((s, p, o))
    together = Graph()
    for triples in graphs.values():
        for triple in triples:
            together.add(triple)
    return {
        "quads": {name: len(found) for name, found in quads.items()},
        "differing": {name: sorted(map(str, found ^ quads["all.nq"]))[:5] for name, found in quads.items()},
        "blankNodes": sum(isinstance(term, BNode) for quad in quads["all.nq"] for term in quad),
        "nanopublications": [check_nanopublication(s, triples, graphs) for triples in graphs.values() for s, p, o in triples if (p, o) == (RDF.type, NP.Nanopublication)],
        "shapes": violations(together),
        "broken": {name: violations(spoil(together)) for name, spoil in SPOILT.items()},
        "quotes": place_quotes(together, json.loads((folder / "texts.json").read_text("utf-8"))),
        "graphMl": read_graph(folder / "all.graphml"),
    }


def read_quads(file: Path, form: str) -> set:
    dataset = Dataset()
    dataset.parse(file, format=form)
    return set(dataset.quads())


def check_nanopublication(publication, head, graphs) -> str:
    """The nanopub package's own check of one nanopublication: what it says against it, else nothing."""
    parts = [o for s, p, o in head if p in (NP.hasAssertion, NP.hasProvenance, NP.hasPublicationInfo)]
    alone = ConjunctiveGraph()
    for name in [next(name for name, triples in graphs.items() if triples is head), *parts]:
        alone.addN((s, p, o, Graph(alone.store, name)) for s, p, o in graphs.get(name, []))
    try:
        return "" if Nanopub(rdf=alone).is_valid else f"{publication} is not valid"
    except Exception as error:
        return f"{publication}: {error}"


def violations(data: Graph) -> list:
    _, report, _ = validate(data, shacl_graph=SHAPES, advanced=False, inference="none")
    paths = {(str(report.value(result, SH.focusNode)), str(report.value(result, SH.resultMessage))) for result in report.objects(None, SH.result)}
    return sorted(" ".join(path) for path in paths)[:5]


def place_quotes(data: Graph, texts: dict) -> dict:
    """Whether each quote stands where its position says, in Python's strings, which are counted in code points."""
    in_place, elsewhere = 0, []
    for target, selector in data.subject_objects(OA.hasSelector):
        start, end = data.value(selector, OA.start), data.value(selector, OA.end)
        if start is None:
            continue
        text = texts[str(data.value(data.value(target, OA.hasState), SCHEMA.sha256))]
        quote = next(str(exact) for other in data.objects(target, OA.hasSelector) for exact in data.objects(other, OA.exact))
        if text[int(start) : int(end)] == quote:
            in_place += 1
        else:
            elsewhere.append(str(target))
    return {"inPlace": in_place, "elsewhere": elsewhere}


def without(predicate):
    def spoil(data: Graph) -> Graph:
        spoilt = Graph()
        spoilt += data
        spoilt.remove(next(iter(spoilt.triples((None, predicate, None)))))
        return spoilt

    return spoil


# Copies of the data from which one triple is taken: the shapes must see each.
SPOILT = {
    "np:hasProvenance": without(NP.hasProvenance),
    "oa:exact": without(OA.exact),
    "prov:generatedAtTime": without(PROV.generatedAtTime),
}


def read_graph(file: Path) -> dict:
    graph = networkx.read_graphml(file, force_multigraph=True)
    return {
        "directed": graph.is_directed(),
        "nodes": dict(graph.nodes(data=True)),
        "edges": [{"from": a, "to": b, "id": key, **data} for a, b, key, data in graph.edges(keys=True, data=True)],
    }


main()
