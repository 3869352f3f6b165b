declare module "cloudflare:workers" {
  /** Bindings and settings, readable before the first request. */
  export const env: Record<string, unknown>;
}

declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
