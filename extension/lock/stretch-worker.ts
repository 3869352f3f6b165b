import Argon2 from "@phi-ag/argon2";
import wasm from "@phi-ag/argon2/argon2.wasm?url";
import { argon2id } from "./argon2id.ts";
import type { StretchJob } from "./stretch.ts";

self.onmessage = async ({ data }: MessageEvent<StretchJob>) => {
  const response = await fetch(wasm);
  const { instance } = await WebAssembly.instantiate(await response.arrayBuffer());
  self.postMessage(argon2id(new Argon2(instance), data.passphrase, data.by));
};
