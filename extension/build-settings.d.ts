interface ImportMetaEnv {
  /** The origin of the service that is preset, from LATCHKEY_SERVICE at build time. */
  readonly LATCHKEY_SERVICE: string;
  /** Whether this is the build for Firefox. */
  readonly FIREFOX: boolean;
}
