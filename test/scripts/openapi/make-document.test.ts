import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import type { ContentObject } from "../../../scripts/openapi/document.ts";
import { makeDocument } from "../../../scripts/openapi/make-document.ts";
import { closedJudge } from "../../openapi/closed-schema.ts";

const document = makeDocument("1.2.3");
const text = JSON.stringify(document);
const { components, paths } = document;
const operations = Object.values(paths).flatMap((path) => Object.values(path));

describe("the document", () => {
  it("is OpenAPI 3.1, as a validator of others has it", async () => {
    const validator = new Validator();
    expect(await validator.validate(JSON.parse(text))).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
    // Throws over a reference that leads nowhere.
    expect(JSON.stringify(validator.resolveRefs())).not.toContain('"$ref"');
  }, 60_000);

  it("uses every shape that it names", () => {
    const unused = Object.keys(components.schemas).filter((name) => !text.includes(`"#/components/schemas/${name}"`));
    expect(unused, "Name the schema itself in `shapes`, and use that same object in the contract.").toEqual([]);
  });

  it("shows examples that are as it says", () => {
    const judge = closedJudge(document);
    const contents = operations.flatMap(({ operationId, requestBody, responses }) =>
      [requestBody?.content, ...Object.values(responses).map(({ content }) => content)].flatMap(
        (content: ContentObject = {}) => Object.values(content).map((media) => ({ operationId, ...media })),
      ),
    );
    const wrong = contents.flatMap(({ operationId, schema, example, examples = {} }) => {
      const names = Object.keys(examples);
      const values = example === undefined ? names.map((name) => components.examples[name]?.value) : [example];
      return values.flatMap((value) => judge(schema, value).map((what) => `${operationId} ${what}`));
    });
    expect(wrong).toEqual([]);
    expect(contents.filter(({ example }) => example !== undefined).length).toBeGreaterThan(20);
    const shapes = Object.values(components.schemas).flatMap((schema) =>
      (schema.examples ?? []).flatMap((example) => judge(schema, example)),
    );
    expect(shapes).toEqual([]);
    // The whole document is compiled, shape by shape.
  }, 60_000);

  it("says of every operation who may call it, and how every answer is named in the log", () => {
    for (const { operationId, security, responses } of operations) {
      expect(security, operationId).toBeInstanceOf(Array);
      expect(Object.keys(responses), operationId).toEqual(expect.arrayContaining(["429", "500"]));
      for (const { headers } of Object.values(responses)) expect(headers).toHaveProperty("Request-Id");
    }
  });

  it("says by which headers a backend calls for a visitor, of every operation but the administrators' own", () => {
    for (const { operationId, security, parameters = [] } of operations) {
      const isOfVisitors = !security.some((scheme) => "operatorKey" in scheme);
      const refs = JSON.stringify(parameters);
      for (const header of ["Latchkey-Visitor", "Latchkey-Key"]) {
        expect(refs.includes(`"#/components/parameters/${header}"`), `${operationId} ${header}`).toBe(isOfVisitors);
      }
    }
  });

  it("has the version of the service", () => {
    expect(document.info).toMatchObject({ version: "1.2.3" });
  });
});
