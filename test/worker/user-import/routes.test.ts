import { describe, expect, it } from "vitest";
import { freshEmail, Import, lines } from "../../support/importing.ts";
import { operatorWith } from "../../support/operator.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const passwordHash = "$2b$04$UuTkLRZZ6QofpDOlMz32MuuxEHA43WOemOYHPz6.SjsVsyO1tDU96";
const person = (more: object = {}) => ({ email: freshEmail(), emailVerified: true, passwordHash, ...more });

describe("an import", () => {
  it("is for an operator with the scope alone", async () => {
    const service = new Service();
    const { token: other } = await operatorWith(service, ["people:read"]);
    const { token, id } = await Import.start(service);
    const path = `/v1/admin/imports/${id}`;
    const calls = [
      ["POST", "/v1/admin/imports"],
      ["GET", path],
      ["PUT", `${path}/rows?offset=0`],
      ["GET", `${path}/refused`],
    ] as const;
    for (const [method, address] of calls) {
      expect((await service.send(method, address)).body.code).toBe("operator_key_refused");
      expect((await service.send(method, address, { token: other })).body.code).toBe("scope_missing");
      const headers = { Origin: service.origin };
      expect((await service.send(method, address, { token, headers })).body.code).toBe("origin_not_allowed");
    }
    const somebody = await Person.signUp(service);
    expect((await service.get(path, somebody)).status).toBe(401);
  });

  it("is found again by the fingerprint of its file", async () => {
    const service = new Service();
    const { token } = await operatorWith(service);
    const wish = { fingerprint: crypto.randomUUID().replaceAll("-", "").repeat(2) };
    const [first, second] = [
      await service.post("/v1/admin/imports", wish, { token }),
      await service.post("/v1/admin/imports", wish, { token }),
    ];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    expect(first.body).toMatchObject({ rows: 0, added: 0, refused: 0, emailsVerified: false });
    const other = await service.post("/v1/admin/imports", { ...wish, emailsVerified: true }, { token });
    expect(other.status).toBe(201);
    const nameless = await Promise.all([1, 2].map(() => service.post("/v1/admin/imports", {}, { token })));
    expect(nameless.map(({ status }) => status)).toEqual([201, 201]);
  });

  it("that there is none of is not found", async () => {
    const { service, token } = await Import.start(new Service());
    const headers = { "Content-Type": "application/x-ndjson" };
    expect((await service.get("/v1/admin/imports/x", { token })).status).toBe(404);
    expect((await service.get("/v1/admin/imports/x/refused", { token })).status).toBe(404);
    const put = service.put("/v1/admin/imports/x/rows?offset=0", lines(person()), { token, headers });
    expect((await put).status).toBe(404);
  });

  it("takes up to a MiB and a thousand rows of lines at a time, where all else takes 16 KiB", async () => {
    const started = await Import.start(new Service());
    const padded = (size: number) => `${" ".repeat(size - 1)}\n`;
    expect((await started.send(padded(1024 * 1024))).status).toBe(200);
    expect((await started.send(padded(1024 * 1024 + 1), 1)).body.code).toBe("body_too_large");
    expect((await started.send("{}\n".repeat(1001), 1)).body.code).toBe("invalid_request");
    const { service, token } = started;
    const path = `/v1/admin/imports/${started.id}/rows?offset=1`;
    expect((await service.put(path, {}, { token })).body.code).toBe("unsupported_media_type");
    for (const offset of ["", "-1", "1.5", "x", "9999999999"]) {
      const headers = { "Content-Type": "application/x-ndjson" };
      const wrong = path.replace("offset=1", `offset=${offset}`);
      expect((await service.put(wrong, "{}\n", { token, headers })).body.code).toBe("invalid_request");
    }
    expect((await service.post("/v1/admin/imports", `${" ".repeat(16 * 1024)}{}`, { token })).status).toBe(413);
  });
});
