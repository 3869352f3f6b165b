interface ImportMetaEnv {
  /** The origin of the service that is preset, from LATCHKEY_SERVICE at build time. */
  readonly LATCHKEY_SERVICE: string;
}
