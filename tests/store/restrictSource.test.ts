import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkGraph } from "../../src/exchange/checkGraph.js";
import { claimsRead } from "../../src/cypher/reading.js";
import { IDENTIFIED, OF_CLAIM } from "../../src/cypher/wanted.js";
import { claimsById } from "../../src/cypher/lookups.js";
import { NOW } from "../../src/cypher/moment.js";
import { restrictSource } from "../../src/store/curate/restrictSource.js";
import { emptyStore, type OpenedStore } from "../exchange/seededStore.js";
import { record, type NewClaim, type NewEntity } from "../graphql/newClaims.js";
import { onEitherEngine } from "./engines.js";

const source = (id: string, derivedFrom: readonly string[] = [], restricted = false): NewEntity => ({
  ...{ id, kind: "SOURCE", names: { en: id }, derivedFrom },
  properties: { sourceType: "POST", restricted: restricted || null },
});
const uses = (amount: number, cites: NewClaim["cites"]): NewClaim => ({
  ...{ subject: "north", predicate: "USES_CHIP", object: "h1" },
  quantity: { amount, unit: "chip", bound: "EXACT" },
  cites: cites!,
});

onEitherEngine((open) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await emptyStore(open);
    await record(opened, {
      entities: [
        { id: "north", kind: "CLUSTER", names: { en: "North" } },
        { id: "h1", kind: "CHIP", names: { en: "H1" } },
        { id: "x", kind: "PLATFORM", names: { en: "X" } },
        ...[source("open"), source("other"), source("secret", [], true), source("told", ["secret"])],
      ],
    });
  });
  afterAll(() => opened.close());

  const restrict = async (id: string, restricted: boolean, reason = "so agreed") =>
    (await restrictSource({ ...opened, by: "ada" }, id, restricted, reason)).changed;
  const faults = async () => (await checkGraph(opened.store, opened.ontology)).faults;
  /** Those of some claims that are shown to whoever does not see all. */
  const shown = async (ids: readonly string[]) => {
    const rows = await opened.store.read(claimsById(ids, NOW));
    return ids.filter((id) => rows.some((row) => row["id"] === id));
  };
  /** The sources that a claim cites, for whoever does not see all, and where their chains end. */
  const cited = async (id: string) => {
    const asked = { wanted: { ...IDENTIFIED, columns: OF_CLAIM.support }, lists: [] };
    const [row] = await opened.store.read(claimsRead([id], asked, NOW).statement);
    const [[, found]] = row!["claim"] as unknown as [[string, (readonly [string, readonly string[]])[]]];
    return found;
  };
  const read = (text: string, params = {}) => opened.store.read({ name: "test.read", text, params });

  describe("what is recorded later is marked as it must be:", () => {
    it("a claim that a restricted source only is cited for, until an open one is, from then on", async () => {
      const [id] = await record(opened, { claims: [uses(1, { secret: null })] });
      expect(await shown([id!])).toEqual([]);
      expect(await faults()).toEqual([]);
      const before = new Date().toISOString();
      await new Promise((resolve) => setTimeout(resolve, 5));
      await record(opened, { claims: [uses(1, { open: null })] });
      expect(await shown([id!])).toEqual([id]);
      expect(await opened.store.read(claimsById([id!], { ...NOW, knownAt: before }))).toEqual([]);
      expect(await faults()).toEqual([]);
    });

    it("a citation from a restricted source, of a claim that is open", async () => {
      const [id] = await record(opened, { claims: [uses(2, { open: null })] });
      await record(opened, { claims: [uses(2, { secret: null })] });
      expect(await shown([id!])).toEqual([id]);
      expect(await cited(id!)).toEqual([["open", ["open"]]]);
      expect(await faults()).toEqual([]);
    });

    it("a claim about a restricted source, or said by one, whatever is cited for it", async () => {
      const about = { subject: "secret", predicate: "POSTED_ON", object: "x", cites: { open: null } };
      const said = { ...uses(3, { open: null }), attributedTo: ["secret"] };
      for (const claim of [about, said]) {
        const [id] = await record(opened, { claims: [claim] }); // each alone, so that nothing else tells of the source
        expect(await shown([id!])).toEqual([]);
      }
      expect(await faults()).toEqual([]);
    });

    it("a source that was taken from a restricted one, and one that was taken from that", async () => {
      await record(opened, { entities: [source("told-on", ["secret"])] });
      await record(opened, { entities: [source("told-again", ["told-on", "other"])] });
      const [id] = await record(opened, { claims: [uses(4, { "told-again": null })] });
      const origins = async () => (await cited(id!)).map(([, origins]) => origins);
      expect(await origins()).toEqual([["other", "told-on"]]);
      expect(await faults()).toEqual([]);
      await restrict("secret", false);
      expect(await origins()).toEqual([["other", "secret"]]);
      expect(await faults()).toEqual([]);
      await restrict("secret", true);
    });

    it("words that a citation's source took from a restricted one are that source's own", async () => {
      const [id] = await record(opened, { claims: [uses(5, { told: ["secret"] })] });
      expect(await cited(id!)).toEqual([["told", ["told"]]]);
      expect(await faults()).toEqual([]);
    });
  });

  it("restricts and opens a source with all that it concerns, and a second time changes nothing", async () => {
    const claims = [
      uses(11, { other: null }),
      uses(12, { other: null, open: null }),
      { subject: "other", predicate: "ATTACHMENT", text: { en: "a picture" }, cites: { open: null } },
    ];
    const ids = await record(opened, { claims });
    const all = "MATCH (n) RETURN labels(n) AS labels, n.id AS id, properties(n) AS p";
    const graph = async () =>
      (await read(all)).map((row) => JSON.stringify(row)).filter((row) => !/"(Change|Log)"|WriteLock/u.test(row));
    const before = await graph();
    expect([await restrict("other", true), await restrict("other", true)]).toEqual([true, false]);
    expect(await shown(ids)).toEqual([ids[1]]);
    expect(await faults()).toEqual([]);
    expect([await restrict("other", false), await restrict("other", false)]).toEqual([true, false]);
    expect(await shown(ids)).toEqual(ids);
    expect(await faults()).toEqual([]);
    expect((await graph()).sort()).toEqual(before.sort());
  });

  it("notes in the history who did it, and why, once each time", async () => {
    await restrict("open", true, "a court said so");
    await restrict("open", true, "again");
    await restrict("open", false, "the court has ended");
    const changes = await read(
      "UNWIND ['open'] AS id MATCH (s:Source {id: id})<-[:CHANGED]-(h:Change) WHERE h.action <> 'CREATED' RETURN h.id AS id, h.seq AS seq, h.action AS action, h.by AS by, h.reason AS reason ORDER BY seq",
    );
    expect(changes.map(({ action, by, reason }) => [action, by, reason])).toEqual([
      ["RESTRICTED", "ada", "a court said so"],
      ["OPENED", "ada", "the court has ended"],
    ]);
    expect(changes.every(({ id, seq }) => id === `h_${Number(seq)}`)).toBe(true);
  });

  it("refuses what is no source, and what is not there, and changes nothing", async () => {
    await expect(restrict("north", true)).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
      message: "id is north, a CLUSTER; only sources are restricted",
    });
    await expect(restrict("nobody", true)).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: 'there is no source with the id "nobody"',
    });
    expect(await faults()).toEqual([]);
  });
});
