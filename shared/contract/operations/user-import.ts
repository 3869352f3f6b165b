import { importProgress, personRow, refusedRow, rowsQuery, startImportBody } from "../user-import.ts";
import { json, lines, query } from "./content.ts";
import type { Feature } from "./operation.ts";
import { answered } from "./shape.ts";

const caller = { operator: "people:import" } as const;
const params = { id: "The import's id." };

export const userImportFeature: Feature = {
  name: "user-import",
  title: "User import",
  about:
    "Users of another system, with their password hashes and authenticator apps. `npm run import-people` imports a whole file.",
  shapes: {
    ImportProgress: answered(importProgress, "How far an import has come.", {
      rows: "Rows that were judged: where the next chunk begins.",
      added: "Rows that became accounts.",
    }),
  },
  operations: [
    {
      method: "post",
      path: "/v1/admin/imports",
      id: "startImport",
      summary: "Start or resume an import",
      caller,
      body: json(startImportBody, {
        fields: {
          fingerprint: "SHA-256 of the file in hex, by which an import that was begun is found again.",
          emailsVerified: "Whether addresses count as verified where their row says nothing.",
        },
      }),
      answers: {
        200: { says: "This file's import was begun before: go on at `rows`.", content: json(importProgress) },
        201: { says: "It is begun.", content: json(importProgress) },
      },
    },
    {
      method: "get",
      path: "/v1/admin/imports/{id}",
      id: "readImport",
      summary: "Get the progress of an import",
      caller,
      params,
      answers: { 200: { says: "So far.", content: json(importProgress) } },
      problems: ["not_found"],
    },
    {
      method: "put",
      path: "/v1/admin/imports/{id}/rows",
      id: "takeRows",
      summary: "Upload rows to an import",
      description:
        "At most 1,000 rows and 1 MiB. A chunk that is sent again adds nothing, so send it again if its response was lost.",
      caller,
      params,
      query: query(rowsQuery, { fields: { offset: "How many rows of the file come before this chunk." } }),
      body: lines(personRow),
      answers: { 200: { says: "The rows were judged.", content: json(importProgress) } },
      problems: ["not_found", "import_rows_missing", "body_too_large", "unsupported_media_type"],
    },
    {
      method: "get",
      path: "/v1/admin/imports/{id}/refused",
      id: "reportRefused",
      summary: "List the rejected rows of an import",
      caller,
      params,
      answers: { 200: { says: "One row a line.", content: lines(refusedRow) } },
      problems: ["not_found"],
    },
  ],
};
