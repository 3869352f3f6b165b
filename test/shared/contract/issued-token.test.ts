import { expect, it } from "vitest";
import { withoutToken } from "../../../shared/contract/issued-token.ts";

it("takes the token out of an answer and leaves the rest", () => {
  const body = JSON.stringify({ status: "complete", session: { id: "s", token: "secret", expiresAt: "then" } });
  expect(withoutToken(body)).toEqual({
    body: JSON.stringify({ status: "complete", session: { id: "s", expiresAt: "then" } }),
    token: "secret",
  });
});

it.each(["", "no json", "null", "[]", '{"session":null}', '{"session":{"id":"s"}}', '{"session":{"token":1}}'])(
  "gives %j back as it is",
  (body) => {
    expect(withoutToken(body)).toEqual({ body });
  },
);
