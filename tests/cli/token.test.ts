import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { useSanad } from "./sanad.js";

const sanad = useSanad();

/** Asks a served graph who is asking. */
async function viewer(url: string, token: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: "{ viewer { name roles } }" }),
  });
  return ((await response.json()) as { data?: { viewer: unknown } }).data?.viewer;
}

describe("sanad token", () => {
  it("prints a token that the server of the same folder trusts, whichever of the two came first", async () => {
    const settings = { SANAD_DATA: sanad.inFolder("early") };
    const early = await sanad.run(["token", "--role", "curator", "--subject", "ada"], settings);
    expect(early).toMatchObject({ code: 0, stderr: "", stdout: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/u) });
    const server = await sanad.serve(["--seed"], settings);
    const late = await sanad.run(["token", "--role", "admin", "--subject", "grace", "--expires", "2h"], settings);
    expect(await viewer(server.url, early.stdout.trim())).toEqual({ name: "ada", roles: ["reader", "curator"] });
    expect(await viewer(server.url, late.stdout.trim())).toEqual({
      name: "grace",
      roles: ["reader", "curator", "admin"],
    });
    const { stdout: strange } = await sanad.run(["token", "--role", "admin"], {
      SANAD_DATA: sanad.inFolder("another"),
    });
    expect(await viewer(server.url, strange.trim())).toBeUndefined();
    const { stderr } = await server.end("SIGTERM");
    for (const text of [early.stdout, late.stdout]) expect(stderr).not.toContain(text.trim().split(".")[2]);
    const check = await sanad.run(["check"], settings);
    expect([check.code, check.stdout]).toEqual([0, expect.stringMatching(/all is well\.\n$/u)]);
  });

  it("holds for thirty days, and under the name of whoever prints it, where nothing else is said", async () => {
    const { stdout } = await sanad.run(["token", "--role", "reader"], { SANAD_DATA: sanad.inFolder("plain") });
    const payload = JSON.parse(Buffer.from(stdout.split(".")[1]!, "base64url").toString()) as Record<string, unknown>;
    expect(payload).toMatchObject({ roles: ["reader"], aud: "sanad", iss: "sanad", sub: expect.stringMatching(/./u) });
    expect(Number(payload["exp"]) - Number(payload["iat"])).toBe(30 * 24 * 3600);
  });

  it.each<[args: string[], settings: Record<string, string>, message: RegExp]>([
    [["--role", "owner"], {}, /--role "owner" is none of reader, curator, admin/u],
    [[], {}, /required option '--role <role>' not specified/u],
    [["--role", "curator", "--expires", "soon"], {}, /--expires "soon" is no time: write minutes, hours or days/u],
    [["--role", "curator", "--expires", "0d"], {}, /--expires "0d" is no time/u],
    [["--role", "curator", "--subject", ""], {}, /--subject "" must be a name/u],
    [["--role", "curator", "--subject", "a\nb"], {}, /--subject "a\\nb" must be a name/u],
    [
      ["--role", "curator"],
      { SANAD_JWKS_URI: "https://id.example.org/jwks" },
      /SANAD_JWKS_URI is set, so only tokens of that provider/u,
    ],
    [["--role", "curator"], { SANAD_JWKS_URI: "somewhere" }, /SANAD_JWKS_URI \("somewhere"\) is no address/u],
  ])("refuses %j with %j", async (args, settings, message) => {
    const folder = sanad.inFolder("refused");
    const { code, stdout, stderr } = await sanad.run(["token", ...args], { SANAD_DATA: folder, ...settings });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(message);
    await expect(readdir(folder)).rejects.toThrow(); // and makes no key
  });
});
