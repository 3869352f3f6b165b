/** Counts Argon2id runs: each has a WebAssembly instance of its own. */
export function countWasmInstances(): { stop(): number } {
  const original = WebAssembly.Instance;
  let count = 0;
  WebAssembly.Instance = new Proxy(original, {
    construct(target, words) {
      count++;
      return Reflect.construct(target, words);
    },
  });
  return {
    stop() {
      WebAssembly.Instance = original;
      return count;
    },
  };
}
