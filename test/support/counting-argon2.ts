import Argon2 from "@phi-ag/argon2";

/** Counts Argon2 runs, of new hashes and of checks alike. */
export function countArgon2Runs(): { stop(): number } {
  const { tryHash, tryVerify } = Argon2.prototype;
  let count = 0;
  Argon2.prototype.tryHash = function (...words) {
    count++;
    return tryHash.apply(this, words);
  };
  Argon2.prototype.tryVerify = function (...words) {
    count++;
    return tryVerify.apply(this, words);
  };
  return {
    stop() {
      Object.assign(Argon2.prototype, { tryHash, tryVerify });
      return count;
    },
  };
}
