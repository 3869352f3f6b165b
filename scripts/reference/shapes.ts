import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { JsonSchema } from "../openapi/document.ts";
import { nameOf } from "./type-words.tsx";

/** The shapes of the document, by name, for all that is drawn within. */
export const Shapes = createContext<Record<string, JsonSchema>>({});

/** A schema itself: the shape that it refers to, or what it is. */
export function useShape(schema: JsonSchema): JsonSchema {
  const shapes = useContext(Shapes);
  return schema.$ref ? (shapes[nameOf(schema.$ref)] ?? {}) : schema;
}
