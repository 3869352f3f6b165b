const made: WebAssembly.Memory[] = [];

// Before the first hash of this isolate, so that none is missed.
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(target, words) {
    const instance: WebAssembly.Instance = Reflect.construct(target, words);
    made.push(instance.exports.memory as WebAssembly.Memory);
    return instance;
  },
});

/** The memory of every WebAssembly instance that was made since this was imported, the oldest first. */
export function wasmMemories(): readonly WebAssembly.Memory[] {
  return made;
}

/** A copy of what is in a memory. */
export function bytesOf(memory: WebAssembly.Memory | undefined): Buffer {
  if (!memory) throw new Error("no WebAssembly instance was made");
  return Buffer.from(Buffer.from(memory.buffer));
}
