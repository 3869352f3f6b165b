/** The extension's own API, inside its pages. */
declare const chrome: typeof import("wxt/browser").browser;
