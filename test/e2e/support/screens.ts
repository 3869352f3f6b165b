import { fileURLToPath } from "node:url";

/** The folder in which pictures of the screens are kept; git knows nothing of it. */
export const screens = fileURLToPath(new URL("../screens", import.meta.url));
