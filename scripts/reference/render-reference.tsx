import { renderToStaticMarkup } from "preact-render-to-string";
import type { OpenApiDocument } from "../openapi/document.ts";
import { ReferencePage } from "./reference-page.tsx";

/** The reference as HTML, the content of a page's body. */
export function renderReference(document: OpenApiDocument, version: string): string {
  return renderToStaticMarkup(<ReferencePage document={document} version={version} />);
}
